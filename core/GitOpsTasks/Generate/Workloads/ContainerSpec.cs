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
            { "env", Fields.List(SecretEnv(spec)) },
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
            { "env", Fields.List([.. Variables(app), .. SecretEnv(spec)]) },
            { "resources", Resources(spec.Resources) },
            { "securityContext", Security(spec) },
            { "volumeMounts", PodVolumes.Mounts(app) },
        };
    }

    private static IEnumerable<YamlMap> Variables(Rendering app)
    {
        var secrets = app.Spec.Secrets.Values.SelectMany(secret => secret.Env.Keys).ToHashSet(StringComparer.Ordinal);
        return app.App.Data.Values.Where(pair => !secrets.Contains(pair.Key)).Select(pair => new YamlMap { { "name", pair.Key }, { "value", pair.Value } });
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

    /// <summary>Variables with values of secrets, which win over the data of a ConfigMap.</summary>
    /// <param name="spec">Says which.</param>
    /// <param name="own">Variables that a container has otherwise.</param>
    public static IEnumerable<YamlMap> SecretEnv(AppSpec spec, IReadOnlyDictionary<string, string>? own = null)
    {
        foreach (var (name, secret) in spec.Secrets)
        {
            foreach (var (variable, key) in secret.Env.Where(pair => own?.ContainsKey(pair.Key) != true))
            {
                var reference = new YamlMap { { "name", name }, { "key", key }, { "optional", Fields.IfTrue(secret.Optional) } };
                yield return new YamlMap { { "name", variable }, { "valueFrom", new YamlMap { { "secretKeyRef", reference } } } };
            }
        }
    }

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
