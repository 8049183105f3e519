using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Agents;

/// <summary>The objects by which Flux is told of an application.</summary>
internal static class FluxObjects
{
    /// <summary>The objects, with their files.</summary>
    public static IReadOnlyList<AppObject> Of(IReadOnlyList<AgentTarget> targets)
    {
        var sources = targets.DistinctBy(SourceKey).ToList();
        var objects = new List<AppObject>();
        foreach (var target in targets)
        {
            var source = sources.Find(one => SourceKey(one) == SourceKey(target))!;
            var name = sources.Count == 1 ? target.App.Spec.Name : source.Name;
            if (source == target)
                objects.Add(FluxSource.Of(target, name, sources.Count == 1 ? "" : $"-{target.Environment}"));
            objects.AddRange(FluxKustomization.All(target, name));
            objects.AddRange(FluxImages.All(target, name));
            objects.AddRange(FluxNotices.All(target));
            objects.AddRange(FluxReleases.All(target));
        }

        return objects;
    }

    /// <summary>An object of Flux.</summary>
    public static YamlMap Object(AgentTarget target, string apiVersion, string kind, string name, YamlMap spec) => new()
    {
        { "apiVersion", apiVersion },
        { "kind", kind },
        { "metadata", target.Metadata(name, target.Agent.Namespace ?? "flux-system") },
        { "spec", spec },
    };

    /// <summary>A reference by name alone; null for none.</summary>
    public static YamlMap? Reference(string? name) => name is null ? null : new YamlMap { { "name", name } };

    private static (string?, string, string?, string?) SourceKey(AgentTarget target) =>
        (target.Agent.Repository, target.Agent.Revision, target.Agent.Secret, target.Agent.Namespace);
}
