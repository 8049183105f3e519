using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Objects;

/// <summary>The autoscaler of an application.</summary>
internal static class AutoscalerManifest
{
    private const int UsualCpu = 80;

    /// <summary>The autoscaler; null where the spec has none.</summary>
    public static YamlMap? Of(Rendering app)
    {
        if (app.Spec is not { HasReplicas: true, Autoscaling: { } scaling })
            return null;
        var (apiVersion, kind) = WorkloadManifest.KindOf(app.Spec);
        return new YamlMap
        {
            { "apiVersion", "autoscaling/v2" },
            { "kind", "HorizontalPodAutoscaler" },
            { "metadata", app.Metadata(app.Spec.Name) },
            {
                "spec", new YamlMap
                {
                    { "scaleTargetRef", new YamlMap { { "apiVersion", apiVersion }, { "kind", kind }, { "name", app.Spec.Name } } },
                    { "minReplicas", scaling.Min },
                    { "maxReplicas", scaling.Max },
                    {
                        "metrics", Fields.List(
                        [
                            Metric("cpu", scaling.Cpu ?? (scaling.Memory is null ? UsualCpu : null)),
                            Metric("memory", scaling.Memory),
                        ])
                    },
                }
            },
        };
    }

    private static YamlMap? Metric(string resource, int? share) => share is { } percent
        ? new YamlMap
        {
            { "type", "Resource" },
            {
                "resource", new YamlMap
                {
                    { "name", resource },
                    { "target", new YamlMap { { "type", "Utilization" }, { "averageUtilization", percent } } },
                }
            },
        }
        : null;
}
