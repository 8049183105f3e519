using GitOpsTasks.Generate.Layout;
using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Agents;

/// <summary>The Kustomizations of Flux: an application in an environment, and its migration before it.</summary>
internal static class FluxKustomization
{
    /// <summary>The Kustomizations, with their files.</summary>
    /// <param name="target">The application in an environment.</param>
    /// <param name="source">The name of what is pulled.</param>
    public static IEnumerable<AppObject> All(AgentTarget target, string source)
    {
        var migration = $"{target.Name}-migration";
        var spec = Spec(target, source, target.Path, target.HasMigration ? [migration, .. target.Agent.DependsOn] : target.Agent.DependsOn);
        spec.Add("healthChecks", HealthChecks(target));
        yield return Object(target, target.Name, $"kustomization-{target.Environment}.yaml", spec);
        if (!target.HasMigration)
            yield break;
        var before = Spec(target, source, target.Folder.Combine(AppFiles.MigrationFolder).Value, target.Agent.DependsOn);
        before.Add("wait", true);
        before.Add("force", true);
        yield return Object(target, migration, $"kustomization-{target.Environment}-migration.yaml", before);
    }

    private static AppObject Object(AgentTarget target, string name, string file, YamlMap spec) =>
        new(file, FluxObjects.Object(target, "kustomize.toolkit.fluxcd.io/v1", "Kustomization", name, spec));

    private static YamlMap Spec(AgentTarget target, string source, string path, IReadOnlyList<string> dependsOn) => new()
    {
        { "interval", target.Agent.Interval },
        { "retryInterval", "1m" },
        { "timeout", target.Agent.Timeout },
        { "suspend", Fields.IfTrue(!target.IsAutomatic) },
        { "prune", target.Agent.Prune },
        { "sourceRef", new YamlMap { { "kind", FluxSource.KindOf(target.Agent) }, { "name", source } } },
        { "path", path == "." ? "./" : $"./{path}" },
        { "targetNamespace", target.Namespace },
        { "dependsOn", Fields.List(dependsOn.Select(FluxObjects.Reference)) },
        { "postBuild", PostBuild(target.Agent) },
    };

    private static YamlMap? PostBuild(AppAgent agent) => Fields.NotEmpty(new YamlMap
    {
        { "substitute", Fields.Map(agent.Substitute) },
        { "substituteFrom", Fields.List(agent.SubstituteFrom.Select(name => new YamlMap { { "kind", "ConfigMap" }, { "name", name } })) },
    });

    // Flux knows of these when they are well.
    private static YamlList? HealthChecks(AgentTarget target)
    {
        if (target.App.Spec.Workload is not (WorkloadKind.Deployment or WorkloadKind.StatefulSet or WorkloadKind.DaemonSet))
            return null;
        var (apiVersion, kind) = WorkloadManifest.KindOf(target.App.Spec);
        return new YamlList
        {
            new YamlMap { { "apiVersion", apiVersion }, { "kind", kind }, { "name", target.App.Spec.Name }, { "namespace", target.Namespace } },
        };
    }
}
