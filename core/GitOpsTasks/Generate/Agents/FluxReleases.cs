using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Agents;

/// <summary>Charts that Flux installs beside an application, such as a cache of its own.</summary>
internal static class FluxReleases
{
    /// <summary>The objects, with their files.</summary>
    public static IEnumerable<AppObject> All(AgentTarget target)
    {
        foreach (var (name, release) in target.Agent.Releases)
        {
            var full = $"{target.Name}-{name}";
            yield return new AppObject($"helmrepository-{target.Environment}-{name}.yaml", FluxObjects.Object(target, "source.toolkit.fluxcd.io/v1", "HelmRepository", full, new YamlMap
            {
                { "interval", "1h" },
                { "type", release.Repository.StartsWith("oci://", StringComparison.Ordinal) ? new YamlText("oci") : null },
                { "url", release.Repository },
            }));
            yield return new AppObject($"helmrelease-{target.Environment}-{name}.yaml", FluxObjects.Object(target, "helm.toolkit.fluxcd.io/v2", "HelmRelease", full, new YamlMap
            {
                { "interval", target.Agent.Interval },
                { "timeout", target.Agent.Timeout },
                { "suspend", Fields.IfTrue(!target.IsAutomatic) },
                { "releaseName", $"{target.App.Spec.Name}-{name}" },
                { "targetNamespace", target.Namespace },
                {
                    "chart", new YamlMap
                    {
                        {
                            "spec", new YamlMap
                            {
                                { "chart", release.Chart },
                                { "version", release.Version },
                                { "sourceRef", new YamlMap { { "kind", "HelmRepository" }, { "name", full } } },
                            }
                        },
                    }
                },
                { "valuesFrom", release.Values is { } values ? new YamlList { new YamlMap { { "kind", "ConfigMap" }, { "name", values } } } : null },
            }));
        }
    }
}
