using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Agents;

/// <summary>An application in an environment, as an agent sees it.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Folder">The folder of its manifests, from the root of the repository.</param>
/// <param name="App">The application there.</param>
internal sealed record AgentTarget(string Environment, TreePath Folder, AppVariant App)
{
    /// <summary>What the spec says of agents.</summary>
    public AppAgent Agent => App.Spec.Agent;

    /// <summary>The name of its object.</summary>
    public string Name => $"{App.Spec.Name}-{Environment.ToLowerInvariant().Replace('_', '-').Replace('.', '-')}";

    /// <summary>The namespace that it runs in: one of the environment's own where the spec names none, for environments may share a cluster.</summary>
    public string Namespace => App.Spec.Namespace ?? Name;

    /// <summary>The folder as agents name it.</summary>
    public string Path => Folder.IsRoot ? "." : Folder.Value;

    /// <summary>The project of Argo CD that it is in.</summary>
    public string Project => Agent.Project ?? App.Spec.Name;

    /// <summary>Whether changes are applied at once.</summary>
    public bool IsAutomatic => Agent.Sync switch
    {
        AgentSync.Automatic => true,
        AgentSync.Manual => false,
        _ => !Environment.StartsWith("prod", StringComparison.OrdinalIgnoreCase) && !string.Equals(Environment, "live", StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>Whether a migration is a kustomization of its own.</summary>
    public bool HasMigration => App.Spec.Migration is { Order: MigrationOrder.DependsOn };

    /// <summary>The metadata of an object of the agent.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="space">Its namespace.</param>
    public YamlMap Metadata(string name, string space) => new()
    {
        { "name", name },
        { "namespace", space },
        { "labels", Fields.Map([KeyValuePair.Create("app.kubernetes.io/name", App.Spec.Name)]) },
    };
}
