using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Workloads;

/// <summary>The Canary of Flagger, which makes the Services itself.</summary>
internal static class FlaggerCanary
{
    /// <summary>The Canary; null where the spec has none.</summary>
    public static YamlMap? Of(Rendering app)
    {
        var spec = app.Spec;
        if (spec.Flagger is not { } flagger || spec.Ports.Count == 0)
            return null;
        return new YamlMap
        {
            { "apiVersion", "flagger.app/v1beta1" },
            { "kind", "Canary" },
            { "metadata", app.Metadata(spec.Name) },
            {
                "spec", new YamlMap
                {
                    { "provider", Fields.Text(flagger.Provider) },
                    { "targetRef", Reference("apps/v1", "Deployment", spec.Name) },
                    { "autoscalerRef", spec.Autoscaling is null ? null : Reference("autoscaling/v2", "HorizontalPodAutoscaler", spec.Name) },
                    { "ingressRef", spec.Ingress is null ? null : Reference("networking.k8s.io/v1", "Ingress", spec.Name) },
                    { "service", new YamlMap { { "port", spec.Ports[0].ServicePort }, { "targetPort", spec.Ports[0].Name } } },
                    { "analysis", Analysis(flagger) },
                }
            },
        };
    }

    private static YamlMap Reference(string apiVersion, string kind, string name) => new() { { "apiVersion", apiVersion }, { "kind", kind }, { "name", name } };

    private static YamlMap Analysis(AppFlagger flagger) => new()
    {
        { "interval", flagger.Interval },
        { "threshold", flagger.Threshold },
        { "maxWeight", flagger.MaxWeight },
        { "stepWeight", flagger.StepWeight },
        {
            "metrics", new YamlList
            {
                Metric("request-success-rate", "min", flagger.SuccessRate),
                Metric("request-duration", "max", flagger.Duration),
            }
        },
    };

    private static YamlMap Metric(string name, string bound, int value) => new()
    {
        { "name", name },
        { "interval", "1m" },
        { "thresholdRange", new YamlMap { { bound, value } } },
    };
}
