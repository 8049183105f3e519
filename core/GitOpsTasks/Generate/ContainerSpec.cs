using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate;

/// <summary>The container of an application.</summary>
internal static class ContainerSpec
{
    /// <summary>The container with everything the spec says.</summary>
    public static YamlMap Of(AppSpecFile app)
    {
        var spec = app.Spec;
        return new YamlMap
        {
            { "name", spec.Name },
            { "image", spec.Image.Name },
            { "command", Texts(spec.Command) },
            { "args", Texts(spec.Args) },
            { "ports", Ports(spec) },
            { "envFrom", app.HasData ? new YamlList { EnvFrom(spec) } : null },
            { "readinessProbe", Readiness(spec) },
            { "livenessProbe", spec.Probes.Liveness is { } path ? Http(spec.Ports[0], path) : null },
            { "resources", Resources(spec.Resources) },
            { "securityContext", Security(spec) },
            {
                "volumeMounts", spec.Security.ReadOnlyRoot
                    ? new YamlList { new YamlMap { { "name", PodSpec.TemporaryVolume }, { "mountPath", "/tmp" } } }
                    : null
            },
        };
    }

    /// <summary>Requests and limits.</summary>
    public static YamlMap Resources(AppResources resources) => new()
    {
        { "requests", new YamlMap { { "cpu", resources.Cpu }, { "memory", resources.Memory } } },
        {
            "limits", new YamlMap
            {
                { "cpu", resources.CpuLimit is { } cpu ? (YamlValue)cpu : null },
                { "memory", resources.MemoryLimit ?? resources.Memory },
            }
        },
    };

    private static YamlList? Texts(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? null : new YamlList(texts.Select(text => new YamlText(text)));

    private static YamlList? Ports(AppSpec spec) => spec.Ports.Count == 0
        ? null
        : new YamlList(spec.Ports.Select(port => new YamlMap
        {
            { "name", port.Name },
            { "containerPort", port.Number },
            { "protocol", port.Protocol },
        }));

    private static YamlMap EnvFrom(AppSpec spec) =>
        new() { { "configMapRef", new YamlMap { { "name", ConfigMapManifest.NameOf(spec) } } } };

    private static YamlMap? Readiness(AppSpec spec) => spec switch
    {
        { Ports.Count: 0 } => null,
        { Probes.Readiness: { } path } => Http(spec.Ports[0], path),
        _ when spec.Ports[0].Protocol == "TCP" => new YamlMap { { "tcpSocket", new YamlMap { { "port", spec.Ports[0].Name } } } },
        _ => null,
    };

    private static YamlMap Http(AppPort port, string path) =>
        new() { { "httpGet", new YamlMap { { "path", path }, { "port", port.Name } } } };

    private static YamlMap Security(AppSpec spec) => new()
    {
        { "allowPrivilegeEscalation", false },
        { "capabilities", new YamlMap { { "drop", new YamlList { "ALL" } } } },
        { "readOnlyRootFilesystem", spec.Security.ReadOnlyRoot },
    };
}
