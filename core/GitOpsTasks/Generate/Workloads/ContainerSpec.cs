using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Workloads;

/// <summary>The container of an application.</summary>
internal static class ContainerSpec
{
    /// <summary>The container with everything the spec says.</summary>
    public static YamlMap Of(Rendering app)
    {
        var spec = app.Spec;
        return new YamlMap
        {
            { "name", spec.Name },
            { "image", app.Image },
            { "imagePullPolicy", Fields.Text(spec.Scheduling.PullPolicy) },
            { "command", Fields.Texts(spec.Command) },
            { "args", Fields.Texts(spec.Args) },
            { "workingDir", Fields.Text(spec.WorkingDir) },
            { "ports", Fields.List(spec.Ports.Select(Port)) },
            { "envFrom", EnvFrom(app, app.App.HasData) },
            { "env", SecretEnv(spec) },
            { "startupProbe", ContainerProbes.Asked(spec, spec.Probes.Startup) },
            { "readinessProbe", ContainerProbes.Always(spec, spec.Probes.Readiness) },
            { "livenessProbe", ContainerProbes.Always(spec, spec.Probes.Liveness) },
            { "lifecycle", PreStop(spec) },
            { "resources", Resources(spec.Resources) },
            { "securityContext", Security(spec) },
            { "volumeMounts", PodVolumes.Mounts(app) },
        };
    }

    /// <summary>The container of a migration, with the variables themselves: their ConfigMap may not be there yet.</summary>
    public static YamlMap Migration(Rendering app, AppMigration migration)
    {
        var spec = app.Spec;
        return new YamlMap
        {
            { "name", spec.Name },
            { "image", app.Image },
            { "imagePullPolicy", Fields.Text(spec.Scheduling.PullPolicy) },
            { "command", Fields.Texts(migration.Command) },
            { "args", Fields.Texts(migration.Args) },
            { "envFrom", EnvFrom(app, withData: false) },
            {
                "env", Fields.List(
                [
                    .. app.App.Data.Values.Select(pair => new YamlMap { { "name", pair.Key }, { "value", pair.Value } }),
                    .. SecretEnv(spec) ?? [],
                ])
            },
            { "resources", Resources(spec.Resources) },
            { "securityContext", Security(spec) },
            { "volumeMounts", PodVolumes.Mounts(app) },
        };
    }

    private static YamlMap Port(AppPort port) => new() { { "name", port.Name }, { "containerPort", port.Number }, { "protocol", port.Protocol } };

    /// <summary>What is taken in as a whole: the ConfigMap of variables, and secrets.</summary>
    public static YamlList? EnvFrom(Rendering app, bool withData) => Fields.List(
    [
        withData ? new YamlMap { { "configMapRef", new YamlMap { { "name", app.ConfigName } } } } : null,
        .. app.Spec.Secrets.Where(secret => secret.Value.EnvFrom).Select(secret => new YamlMap
        {
            { "secretRef", new YamlMap { { "name", secret.Key }, { "optional", Fields.IfTrue(secret.Value.Optional) } } },
        }),
    ]);

    /// <summary>Variables with values of secrets.</summary>
    public static YamlList? SecretEnv(AppSpec spec) => Fields.List(spec.Secrets.SelectMany(secret => secret.Value.Env.Select(variable => new YamlMap
    {
        { "name", variable.Key },
        {
            "valueFrom", new YamlMap
            {
                { "secretKeyRef", new YamlMap { { "name", secret.Key }, { "key", variable.Value }, { "optional", Fields.IfTrue(secret.Value.Optional) } } },
            }
        },
    })));

    private static YamlMap? PreStop(AppSpec spec) => spec.Scheduling.PreStopSleep is { } seconds
        ? new YamlMap { { "preStop", new YamlMap { { "sleep", new YamlMap { { "seconds", seconds } } } } } }
        : null;

    /// <summary>What a container requests, and what it may use.</summary>
    public static YamlMap Resources(AppResources resources) => new()
    {
        { "requests", new YamlMap { { "cpu", resources.Cpu }, { "memory", resources.Memory } } },
        { "limits", new YamlMap { { "cpu", Fields.Text(resources.CpuLimit) }, { "memory", resources.MemoryLimit ?? resources.Memory } } },
    };

    private static YamlMap Security(AppSpec spec) => new()
    {
        { "allowPrivilegeEscalation", spec.Security.Escalation },
        { "capabilities", new YamlMap { { "drop", new YamlList { "ALL" } }, { "add", Fields.Texts(spec.Security.Capabilities) } } },
        { "readOnlyRootFilesystem", spec.Security.ReadOnlyRoot },
    };
}
