using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Objects;

/// <summary>The pod disruption budget of an application.</summary>
internal static class BudgetManifest
{
    /// <summary>The budget; null where the spec has none, or there is one pod alone, which could then never be moved.</summary>
    public static YamlMap? Of(Rendering app)
    {
        if (app.Spec is not { HasReplicas: true, FewestPods: > 1, DisruptionBudget: { } budget })
            return null;
        return new YamlMap
        {
            { "apiVersion", "policy/v1" },
            { "kind", "PodDisruptionBudget" },
            { "metadata", app.Metadata(app.Spec.Name) },
            {
                "spec", new YamlMap
                {
                    { "maxUnavailable", Fields.Share(budget.MaxUnavailable ?? (budget.MinAvailable is null ? "1" : null)) },
                    { "minAvailable", Fields.Share(budget.MinAvailable) },
                    { "unhealthyPodEvictionPolicy", "AlwaysAllow" },
                    { "selector", new YamlMap { { "matchLabels", app.Selector } } },
                }
            },
        };
    }
}
