using GitOpsTasks.Config;
using GitOpsTasks.Generate.Spec;

namespace GitOpsTasks.Generate.Agents;

/// <summary>Reads what a spec says of agents.</summary>
internal static class AgentReader
{
    /// <summary>Reads keys over what is there already.</summary>
    public static AppAgent Read(MappingReader reader, AppAgent o) => Flux(reader, ArgoCd(reader, o)) with
    {
        Repository = reader.Find("repository", ConfigValues.Text.Then(Address)) ?? o.Repository,
        Revision = reader.Scalar("revision") ?? o.Revision,
        Namespace = reader.Find("namespace", SpecValues.Name) ?? o.Namespace,
        Sync = reader.Choice("sync", o.Sync, ("byEnvironment", AgentSync.ByEnvironment), ("automatic", AgentSync.Automatic), ("manual", AgentSync.Manual)),
        Prune = reader.Flag("prune", o.Prune),
    };

    private static AppAgent ArgoCd(MappingReader reader, AppAgent o) => o with
    {
        Project = reader.Find("project", SpecValues.Name) ?? o.Project,
        Server = reader.Find("server", ConfigValues.Text.Then(Address)) ?? o.Server,
        Style = reader.Choice(
            "style",
            o.Style,
            ("applications", AgentStyle.Applications),
            ("applicationSet", AgentStyle.ApplicationSet),
            ("appOfApps", AgentStyle.AppOfApps)),
        Retries = reader.NumberOr("retries", KubernetesText.AtLeast(0), o.Retries) ?? o.Retries,
        SyncOptions = reader.ListOr("syncOptions", ConfigValues.Text, o.SyncOptions),
        Ignore = reader.ListOr("ignore", ConfigValues.Mapping(Ignore), o.Ignore),
        Windows = reader.ListOr("windows", ConfigValues.Mapping(Window), o.Windows),
    };

    private static AppAgent Flux(MappingReader reader, AppAgent o) => o with
    {
        Secret = reader.Find("secret", SpecValues.Name) ?? o.Secret,
        Interval = reader.Get("interval", SpecValues.Duration, o.Interval),
        Timeout = reader.Get("timeout", SpecValues.Duration, o.Timeout),
        DependsOn = reader.ListOr("dependsOn", SpecValues.Name, o.DependsOn),
        Substitute = reader.Texts("substitute", o.Substitute, ConfigValues.Scalar, KubernetesText.EnvName),
        SubstituteFrom = reader.ListOr("substituteFrom", SpecValues.Name, o.SubstituteFrom),
        Images = reader.Optional("images", o.Images, Images),
        Notify = reader.Optional("notify", o.Notify, Notice),
        Releases = reader.Entries("releases", o.Releases, Release, KubernetesText.ObjectName),
    };

    private static AgentIgnore Ignore(MappingReader reader) => new(
        reader.Text("group") ?? "", reader.RequiredText("kind"), reader.Text("name"), reader.Texts("pointers"), reader.Texts("expressions"));

    private static AgentWindow Window(MappingReader reader) => new(
        reader.Choice("kind", "deny", ("allow", "allow"), ("deny", "deny")),
        reader.Require("schedule", ConfigValues.Text.Then(KubernetesText.Schedule), ""),
        reader.Require("duration", SpecValues.Duration, ""),
        reader.Text("timeZone"),
        reader.Flag("manual", otherwise: true));

    private static AgentImages Images(MappingReader reader, AgentImages o) => o with
    {
        Range = reader.Text("range") ?? o.Range,
        Branch = reader.Text("branch") ?? o.Branch,
        Email = reader.Text("email") ?? o.Email,
        Secret = reader.Find("secret", SpecValues.Name) ?? o.Secret,
    };

    private static AgentNotice Notice(MappingReader reader, AgentNotice o) => o with
    {
        Type = reader.Choice(
            "type", o.Type, ("slack", "slack"), ("msteams", "msteams"), ("discord", "discord"), ("github", "github"), ("gitlab", "gitlab"), ("azuredevops", "azuredevops"), ("generic", "generic")),
        Secret = reader.Find("secret", SpecValues.Name) ?? o.Secret,
        Channel = reader.Text("channel") ?? o.Channel,
        OnlyErrors = reader.Flag("onlyErrors", o.OnlyErrors),
    };

    private static AgentRelease Release(MappingReader reader, bool isThere) => new(
        reader.Needed("repository", ConfigValues.Text.Then(Address), isThere),
        reader.Needed("chart", ConfigValues.Text, isThere),
        reader.Needed("version", ConfigValues.Text, isThere),
        reader.Find("values", SpecValues.Name));

    private static string Address(string text) =>
        text.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo is "" or "git"
            ? text
            : throw new FormatException("Write an address such as https://github.com/acme/gitops, without a password.");
}
