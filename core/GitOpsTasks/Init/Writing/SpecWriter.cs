using System.Globalization;
using System.Text;
using GitOpsTasks.Config;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Init.Writing;

/// <summary>Writes an app spec.</summary>
internal static class SpecWriter
{
    /// <summary>The file.</summary>
    public static string Write(ProposedApp app, Proposal proposal)
    {
        var draft = app.Draft!;
        var spec = new YamlMap
        {
            { "apiVersion", GitOpsConfig.ApiVersion },
            { "kind", "App" },
            { "name", app.Name },
            { "image", $"{app.Repository}:{app.Tag}" },
            { "workload", Optional.Text(draft.IsJob ? "job" : null) },
        };
        if (!draft.IsJob)
            AddPorts(spec, draft);
        spec.Add("command", Optional.List(draft.Command));
        spec.Add("args", Optional.List(draft.Args));
        spec.Add("workingDir", Optional.Text(draft.WorkingDir));
        spec.Add("replicas", draft.IsJob ? null : Optional.Number(draft.Replicas));
        spec.Add("env", Optional.Texts(draft.Env));
        spec.Add("envFiles", Optional.List(draft.EnvFiles.Select(file => Upwards(app.Spec!) + file.Value)));
        spec.Add("secrets", draft.Secrets.Count == 0 ? null : new YamlMap { { $"{app.Name}-secrets", new YamlMap { { "env", Optional.Texts(draft.Secrets.Select(key => KeyValuePair.Create(key, key))) } } } });
        spec.Add("volumes", Optional.Map(draft.Volumes.Select(pair => KeyValuePair.Create(pair.Key, (YamlValue)Volume(pair.Value)))));
        spec.Add("resources", Optional.Texts(draft.Resources));
        spec.Add("probes", draft.IsJob ? null : Probes(draft));
        spec.Add("security", draft.User is { } user ? new YamlMap { { "user", user }, { "group", Optional.Number(draft.Group) } } : null);
        spec.Add("agent", proposal.AgentRepository is { } address ? new YamlMap { { "repository", address }, { "revision", Optional.Text(proposal.Branch == "main" ? null : proposal.Branch) } } : null);
        spec.Add("environments", Optional.Map(proposal.Environments.Select(environment => KeyValuePair.Create(environment.Name, (YamlValue)new YamlMap()))));
        return $"# What the manifests of {app.Name} are generated from: docs/generate.md of GitOpsTasks lists all keys.\n{Encoding.UTF8.GetString(YamlWriter.WriteFile(spec))}";
    }

    private static void AddPorts(YamlMap spec, AppDraft draft)
    {
        if (draft.Ports is [{ Protocol: "TCP" } only])
        {
            spec.Add("port", only.Number);
            return;
        }

        var first = draft.Ports.Find(port => port.Protocol == "TCP");
        spec.Add("ports", draft.Ports.Count == 0 ? null : new YamlList(draft.Ports.OrderBy(port => port != first).Select(port => new YamlMap
        {
            { "name", NameOf(port, draft) },
            { "port", port.Number },
            { "protocol", Optional.Text(port.Protocol == "TCP" ? null : port.Protocol.ToLowerInvariant()) },
        })));
    }

    private static string NameOf(PortDraft port, AppDraft draft) =>
        port == draft.Ports.Find(other => other.Protocol == "TCP") ? "http" : string.Create(CultureInfo.InvariantCulture, $"{port.Protocol.ToLowerInvariant()}-{port.Number}");

    private static YamlMap Volume(VolumeDraft volume) => new()
    {
        { "mount", volume.Mount },
        { "size", Optional.Text(volume.Lasts ? "1Gi" : null) },
        { "readOnly", volume.ReadOnly ? true : null },
    };

    // A check of a port that is not among those of the container cannot be asked from outside.
    private static YamlMap? Probes(AppDraft draft)
    {
        if (draft.Probe is not { } probe || draft.Ports.Find(port => port.Number == probe.Port && port.Protocol == "TCP") is not { } asked)
            return null;
        var port = NameOf(asked, draft) is "http" ? null : NameOf(asked, draft);
        YamlValue check = port is null && probe is { Period: null, Timeout: null, Failures: null }
            ? probe.Path
            : new YamlMap
            {
                { "path", probe.Path },
                { "port", Optional.Text(port) },
                { "period", Optional.Number(probe.Period) },
                { "timeout", Optional.Number(probe.Timeout) },
                { "failures", Optional.Number(probe.Failures) },
            };
        return new YamlMap { { "readiness", check }, { "liveness", check } };
    }

    private static string Upwards(string spec) => string.Concat(Enumerable.Repeat("../", spec.Count(c => c == '/')));
}
