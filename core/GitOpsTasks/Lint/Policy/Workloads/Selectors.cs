using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy.Workloads;

/// <summary>Whether workloads select the pods they make.</summary>
internal static class Selectors
{
    /// <summary>Adds what is wrong; nothing about patches, as they have a part of both.</summary>
    public static void Check(Workload workload, Overlays overlays, List<Diagnostic> findings)
    {
        if (workload.Manifest.IsPartial || SelectorOf(workload) is not { IsMapping: true } selector)
            return;
        var labels = workload.Template.Field("metadata", "labels");
        foreach (var pair in selector.Pairs.Where(pair => pair.Key.IsScalar && pair.Value.Resolved.IsScalar))
        {
            var (key, wanted) = (pair.Key.Value, pair.Value.Resolved.Value);
            var found = labels?.Scalar(key);
            if (found == wanted || workload.Manifest.IsFilledInLater(wanted) || (found is not null && workload.Manifest.IsFilledInLater(found))
                || MergedKeys.IsMerge(pair.Key) || overlays.SetsLabel(selector.File, key))
                continue;
            findings.Add(ObjectRules.SelectorMismatch.At(
                pair.Value.Resolved,
                found is null ? $"The pods of this {workload.Manifest.Kind.Kind} have no label '{key}', which it selects by." : $"The pods of this {workload.Manifest.Kind.Kind} have '{key}: {found}', and it selects '{wanted}'.",
                "Write the same labels in the selector and in the template; an API server refuses others."));
        }
    }

    private static YamlNode? SelectorOf(Workload workload) => workload.Manifest.Kind.Kind switch
    {
        "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "Rollout" => workload.Manifest.Root.Field("spec", "selector", "matchLabels"),
        "ReplicationController" => workload.Manifest.Root.Field("spec", "selector"),
        _ => null,
    };
}
