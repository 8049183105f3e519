using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Workloads;

/// <summary>How a workload's pods are replaced by those of a new version.</summary>
internal static class UpdateStrategy
{
    private const string Rolling = "RollingUpdate";

    /// <summary>The strategy; null for the workload's own.</summary>
    public static YamlMap? Of(AppSpec spec)
    {
        if (spec.Workload == WorkloadKind.Rollout)
            return spec.BlueGreen is { } blueGreen ? BlueGreen(spec, blueGreen) : Canary(spec);
        var shares = Shares(spec);
        var type = spec.Update.Type ?? (HoldsClaim(spec) ? "Recreate" : shares is null ? null : Rolling);
        return type is null ? null : new YamlMap { { "type", type }, { "rollingUpdate", type == Rolling ? shares : null } };
    }

    // A claim that one node can mount keeps a second pod from starting while the first is there.
    private static bool HoldsClaim(AppSpec spec) => spec.Workload == WorkloadKind.Deployment
        && spec.Volumes.Values.Any(volume => volume is { Size: not null, Access: "ReadWriteOnce" or "ReadWriteOncePod" });

    private static YamlMap? Shares(AppSpec spec) => Fields.NotEmpty(new YamlMap
    {
        { "maxSurge", spec.Workload == WorkloadKind.StatefulSet ? null : Fields.Share(spec.Update.MaxSurge) },
        { "maxUnavailable", Fields.Share(spec.Update.MaxUnavailable) },
    });

    private static YamlMap Canary(AppSpec spec) => new()
    {
        {
            "canary", new YamlMap
            {
                { "canaryService", spec.Canary.Nginx ? new YamlText(Names.Canary(spec)) : null },
                { "stableService", spec.Canary.Nginx ? new YamlText(spec.Name) : null },
                {
                    "trafficRouting", spec.Canary.Nginx
                        ? new YamlMap { { "nginx", new YamlMap { { "stableIngress", spec.Name } } } }
                        : null
                },
                { "maxSurge", Fields.Share(spec.Update.MaxSurge) },
                { "maxUnavailable", Fields.Share(spec.Update.MaxUnavailable) },
                { "steps", Fields.List(spec.Canary.Steps.SelectMany(Steps)) },
            }
        },
    };

    private static IEnumerable<YamlMap> Steps(CanaryStep step)
    {
        if (step.Weight is { } weight)
            yield return new YamlMap { { "setWeight", weight } };
        if (step.Pause is { } pause)
            yield return new YamlMap { { "pause", pause == "forever" ? new YamlMap() : new YamlMap { { "duration", pause } } } };
    }

    private static YamlMap BlueGreen(AppSpec spec, AppBlueGreen blueGreen) => new()
    {
        {
            "blueGreen", new YamlMap
            {
                { "activeService", spec.Name },
                { "previewService", Names.Preview(spec) },
                { "autoPromotionEnabled", blueGreen.AutoPromote },
                { "previewReplicaCount", Fields.Number(blueGreen.PreviewReplicas) },
                { "scaleDownDelaySeconds", Fields.Number(blueGreen.ScaleDownDelay) },
            }
        },
    };
}
