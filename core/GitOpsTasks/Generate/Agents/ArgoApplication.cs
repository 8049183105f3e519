using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Agents;

/// <summary>Applications of Argo CD.</summary>
internal static class ArgoApplication
{
    /// <summary>The Application of an environment.</summary>
    public static YamlMap Of(AgentTarget target) => ArgoObjects.Object(target, "Application", target.Name, new YamlMap
    {
        { "project", target.Project },
        { "source", Source(target.Agent, target.Agent.Revision, target.Path) },
        { "destination", Destination(target.Agent.Server, target.Namespace) },
        { "ignoreDifferences", Ignored(target.Agent) },
        { "syncPolicy", SyncPolicy(target.Agent, target.IsAutomatic) },
    });

    /// <summary>The Application over a folder of others. It is in the default project, as it makes objects of Argo CD itself.</summary>
    public static YamlMap Over(AgentTarget target, TreePath folder) => ArgoObjects.Object(target, "Application", $"{target.App.Spec.Name}-applications", new YamlMap
    {
        { "project", "default" },
        { "source", Source(target.Agent, target.Agent.Revision, folder.Value) },
        { "destination", Destination("https://kubernetes.default.svc", ArgoObjects.Namespace(target)) },
        { "syncPolicy", SyncPolicy(target.Agent, isAutomatic: true) },
    });

    /// <summary>Where manifests are.</summary>
    public static YamlMap Source(AppAgent agent, string revision, string path) => new()
    {
        { "repoURL", agent.Repository! },
        { "targetRevision", revision },
        { "path", path },
    };

    /// <summary>Where they go.</summary>
    public static YamlMap Destination(string server, string space) => new() { { "server", server }, { "namespace", space } };

    /// <summary>Fields that are not compared; null for none.</summary>
    public static YamlList? Ignored(AppAgent agent) => Fields.List(agent.Ignore.Select(one => new YamlMap
    {
        { "group", Fields.Text(one.Group.Length == 0 ? null : one.Group) },
        { "kind", one.Kind },
        { "name", Fields.Text(one.Name) },
        { "jsonPointers", Fields.Texts(one.Pointers) },
        { "jqPathExpressions", Fields.Texts(one.Expressions) },
    }));

    /// <summary>When and how it is applied.</summary>
    public static YamlMap SyncPolicy(AppAgent agent, bool isAutomatic) => new()
    {
        { "automated", isAutomatic ? new YamlMap { { "prune", agent.Prune }, { "selfHeal", true } } : null },
        { "syncOptions", Fields.Texts(agent.SyncOptions) },
        {
            "retry", new YamlMap
            {
                { "limit", agent.Retries },
                { "backoff", new YamlMap { { "duration", "5s" }, { "factor", 2 }, { "maxDuration", "3m" } } },
            }
        },
    };
}
