using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Workloads;

/// <summary>The containers beside that of the application, with the same restricted defaults.</summary>
internal static class ExtraContainers
{
    private const string Temporary = "tmp-";

    /// <summary>All of them, in the order in which they start; null where there are none.</summary>
    public static YamlList? Of(Rendering app) => Fields.List(
    [
        .. app.Spec.Beside.Init.Select(one => Container(app, one.Key, one.Value, isSidecar: false)),
        .. app.Spec.Beside.Sidecars.Select(one => Container(app, one.Key, one.Value, isSidecar: true)),
    ]);

    /// <summary>Their temporary folders, one for each.</summary>
    public static IEnumerable<YamlMap> Volumes(AppSpec spec) => spec.Beside.All.Where(one => HasTemporary(one.Value))
        .Select(one => new YamlMap { { "name", Temporary + one.Key }, { "emptyDir", new YamlMap() } });

    // What Kubernetes calls a sidecar is an init container that goes on: it is there before the application, and does not keep a job from ending.
    private static YamlMap Container(Rendering app, string name, AppContainer one, bool isSidecar)
    {
        var probe = one.Port is null ? null : new YamlMap { { "tcpSocket", new YamlMap { { "port", name } } } };
        return new YamlMap
        {
            { "name", name },
            { "image", app.ImageOf(one) },
            { "imagePullPolicy", Fields.Text(app.Spec.Scheduling.PullPolicy) },
            { "restartPolicy", isSidecar ? new YamlText("Always") : null },
            { "command", Fields.Texts(one.Command) },
            { "args", Fields.Texts(one.Args) },
            { "ports", one.Port is null ? null : new YamlList { new YamlMap { { "name", name }, { "containerPort", Fields.Number(one.Port) }, { "protocol", "TCP" } } } },
            { "envFrom", one.ShareEnv ? ContainerSpec.EnvFrom(app, app.App.HasData) : null },
            { "env", Fields.List([.. one.Env.Select(pair => new YamlMap { { "name", pair.Key }, { "value", pair.Value } }), .. one.ShareEnv ? ContainerSpec.SecretEnv(app.Spec, one.Env) : []]) },
            { "startupProbe", probe },
            { "readinessProbe", probe },
            { "livenessProbe", probe },
            { "resources", ContainerSpec.Resources(one.Resources) },
            { "securityContext", Security(one) },
            { "volumeMounts", Mounts(app.Spec, name, one) },
        };
    }

    private static YamlMap Security(AppContainer one) => new()
    {
        { "allowPrivilegeEscalation", false },
        { "capabilities", new YamlMap { { "drop", new YamlList { "ALL" } } } },
        { "readOnlyRootFilesystem", one.ReadOnlyRoot },
        { "runAsUser", Fields.Number(one.User) },
        { "runAsGroup", Fields.Number(one.User) },
    };

    private static YamlList? Mounts(AppSpec spec, string name, AppContainer one) => Fields.List(
    [
        HasTemporary(one) ? new YamlMap { { "name", Temporary + name }, { "mountPath", "/tmp" } } : null,
        .. one.Mounts.Where(mount => spec.Volumes.ContainsKey(mount.Key)).Select(mount => new YamlMap
        {
            { "name", mount.Key },
            { "mountPath", mount.Value },
            { "readOnly", Fields.IfTrue(spec.Volumes[mount.Key].ReadOnly) },
        }),
    ]);

    private static bool HasTemporary(AppContainer one) => one.ReadOnlyRoot && !one.Mounts.Values.Contains("/tmp", StringComparer.Ordinal);
}
