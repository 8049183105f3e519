using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy.Workloads;

/// <summary>A manifest that makes pods.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Template">What pods are made from, with metadata and spec; the manifest itself for a Pod.</param>
/// <param name="Pod">The spec of the pods.</param>
internal sealed record Workload(Manifest Manifest, YamlNode Template, YamlNode Pod)
{
    /// <summary>Its containers, those that start before and those that are for debugging included.</summary>
    public IReadOnlyList<Container> Containers { get; } =
    [
        .. In(Manifest, Pod, "initContainers", ContainerRole.Init),
        .. In(Manifest, Pod, "containers", ContainerRole.Main),
        .. In(Manifest, Pod, "ephemeralContainers", ContainerRole.Ephemeral),
    ];

    /// <summary>Whether its pods run until they are replaced, rather than until they are done.</summary>
    public bool IsLongRunning => Manifest.Kind.Kind is not ("Pod" or "PodTemplate" or "Job" or "CronJob");

    /// <summary>The workload that a manifest is; null where it is none.</summary>
    public static Workload? Of(Manifest manifest)
    {
        var template = (manifest.Kind.Group, manifest.Kind.Kind) switch
        {
            ("", "Pod") => manifest.Root,
            ("", "PodTemplate") => manifest.Root.Field("template"),
            ("", "ReplicationController") => manifest.Root.Field("spec", "template"),
            ("apps" or "extensions", "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet") => manifest.Root.Field("spec", "template"),
            ("batch", "Job") => manifest.Root.Field("spec", "template"),
            ("batch", "CronJob") => manifest.Root.Field("spec", "jobTemplate", "spec", "template"),
            ("argoproj.io", "Rollout") => manifest.Root.Field("spec", "template"),
            _ => null,
        };
        return template?.Field("spec") is { IsMapping: true } pod ? new Workload(manifest, template.Value, pod) : null;
    }

    private static IEnumerable<Container> In(Manifest manifest, YamlNode pod, string field, ContainerRole role) =>
        pod.List(field).Where(item => item.IsMapping && !manifest.IsDirective(item)).Select(item => new Container(item, role));
}
