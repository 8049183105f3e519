using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Workloads;

/// <summary>The pod of an application, within the restricted Pod Security Standard unless the spec says otherwise.</summary>
internal static class PodSpec
{
    /// <summary>The pod template of a workload.</summary>
    public static YamlMap Template(Rendering app) => new()
    {
        { "metadata", new YamlMap { { "labels", app.PodLabels }, { "annotations", Fields.Map(Annotations(app)) } } },
        { "spec", Of(app, [ContainerSpec.Of(app)], app.Spec.EndsByItself ? app.Spec.Job.Restart : null) },
    };

    /// <summary>The <c>spec</c> of a pod.</summary>
    public static YamlMap Of(Rendering app, IEnumerable<YamlMap> containers, string? restart)
    {
        var (spec, pod) = (app.Spec, app.Spec.Scheduling);
        return new YamlMap
        {
            { "serviceAccountName", spec.ServiceAccount is { } account ? Fields.Text(account.Name ?? spec.Name) : null },
            { "automountServiceAccountToken", spec.ServiceAccount is { Token: true } },
            { "enableServiceLinks", false },
            { "priorityClassName", Fields.Text(pod.PriorityClass) },
            { "terminationGracePeriodSeconds", Fields.Number(pod.GracePeriod) },
            { "restartPolicy", Fields.Text(restart) },
            { "securityContext", Security(spec) },
            { "nodeSelector", Fields.Map(pod.NodeSelector) },
            { "tolerations", Fields.List(pod.Tolerations.Select(Toleration)) },
            { "topologySpreadConstraints", restart is null ? Spread(app) : null },
            { "imagePullSecrets", Fields.List(pod.PullSecrets.Select(name => new YamlMap { { "name", name } })) },
            { "initContainers", ExtraContainers.Of(app) },
            { "containers", new YamlList(containers) },
            { "volumes", PodVolumes.Of(app) },
        };
    }

    private static YamlMap Security(AppSpec spec)
    {
        var security = spec.Security;
        var keepsData = spec.Volumes.Values.Any(volume => (volume.Size ?? volume.Claim) is not null);
        return new YamlMap
        {
            { "runAsNonRoot", security.NonRoot },
            { "runAsUser", security.User },
            { "runAsGroup", security.Group ?? security.User },
            { "fsGroup", Fields.Number(security.FsGroup ?? (keepsData && security.User > 0 ? security.Group ?? security.User : null)) },
            { "seccompProfile", new YamlMap { { "type", security.Seccomp } } },
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Annotations(Rendering app)
    {
        var isChecked = app.Spec.Restart == ConfigRestart.Checksum;
        if (isChecked && app.App.HasData)
            yield return KeyValuePair.Create("checksum/config", app.App.Data.Checksum);
        if (isChecked && app.App.HasFiles)
            yield return KeyValuePair.Create("checksum/files", ConfigData.Empty.With(FileKeys.Data(app.App.Files)).Checksum);
        foreach (var annotation in app.Spec.PodAnnotations)
            yield return annotation;
    }

    private static YamlMap Toleration(AppToleration toleration) => new()
    {
        { "key", Fields.Text(toleration.Key) },
        { "operator", toleration.Value is null ? "Exists" : "Equal" },
        { "value", Fields.Text(toleration.Value) },
        { "effect", Fields.Text(toleration.Effect) },
    };

    private static YamlList? Spread(Rendering app) => app.Spec is { HasReplicas: true, Spread: { Enabled: true } spread }
        ? Fields.List(spread.Over.Select(label => new YamlMap
        {
            { "maxSkew", spread.MaxSkew },
            { "topologyKey", label },
            { "whenUnsatisfiable", spread.Strict ? "DoNotSchedule" : "ScheduleAnyway" },
            { "labelSelector", new YamlMap { { "matchLabels", app.Selector } } },
        }))
        : null;
}
