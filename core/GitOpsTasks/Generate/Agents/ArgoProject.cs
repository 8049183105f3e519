using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Agents;

/// <summary>The project of an application in Argo CD: what it may come from, where it may go, and what it may be.</summary>
internal static class ArgoProject
{
    /// <summary>The project over all environments.</summary>
    public static YamlMap Of(IReadOnlyList<AgentTarget> targets) => ArgoObjects.Object(targets[0], "AppProject", targets[0].Project, new YamlMap
    {
        { "description", $"What {targets[0].App.Spec.Name} consists of, and nothing else." },
        { "sourceRepos", new YamlList(targets.Select(target => target.Agent.Repository!).Distinct().Order(StringComparer.Ordinal).Select(url => new YamlText(url))) },
        {
            "destinations", new YamlList(targets.Select(target => (target.Agent.Server, target.Namespace)).Distinct().Order()
                .Select(pair => ArgoApplication.Destination(pair.Server, pair.Namespace)))
        },
        { "clusterResourceWhitelist", new YamlList() },
        { "namespaceResourceWhitelist", new YamlList(Kinds(targets)) },
        { "syncWindows", Fields.List(targets.SelectMany(target => target.Agent.Windows.Select(window => Window(target, window)))) },
    });

    // ConfigMaps that kustomize makes are among them, as the whole objects of a flat layout are.
    private static IEnumerable<YamlMap> Kinds(IReadOnlyList<AgentTarget> targets) => targets
        .SelectMany(target => AppObjects.Of(new Rendering(target.App, target.App.Spec.Image.Name, IsWhole: true)))
        .Select(one => (Group: one.ApiVersion.Contains('/', StringComparison.Ordinal) ? one.ApiVersion.Split('/')[0] : "", Kind: one.Identity.Split('/')[^2]))
        .Distinct().OrderBy(kind => kind.Group, StringComparer.Ordinal).ThenBy(kind => kind.Kind, StringComparer.Ordinal)
        .Select(kind => new YamlMap { { "group", kind.Group }, { "kind", kind.Kind } });

    private static YamlMap Window(AgentTarget target, AgentWindow window) => new()
    {
        { "kind", window.Kind },
        { "schedule", window.Schedule },
        { "duration", window.Duration },
        { "timeZone", Fields.Text(window.TimeZone) },
        { "manualSync", window.Manual },
        { "applications", new YamlList { target.Name } },
    };
}
