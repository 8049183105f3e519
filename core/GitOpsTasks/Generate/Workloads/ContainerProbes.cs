using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Workloads;

/// <summary>The probes of a container.</summary>
internal static class ContainerProbes
{
    /// <summary>A probe that there is where nothing is said too, if there is a TCP port.</summary>
    public static YamlMap? Always(AppSpec spec, AppProbe? probe) => Asked(spec, probe ?? new AppProbe());

    /// <summary>A probe that there is where it is asked for.</summary>
    public static YamlMap? Asked(AppSpec spec, AppProbe? probe)
    {
        if (spec.EndsByItself || probe is not { Enabled: true } || Action(spec, probe) is not var (kind, action))
            return null;
        return new YamlMap
        {
            { kind, action },
            { "initialDelaySeconds", Fields.Number(probe.Delay) },
            { "periodSeconds", Fields.Number(probe.Period) },
            { "timeoutSeconds", Fields.Number(probe.Timeout) },
            { "failureThreshold", Fields.Number(probe.Failures) },
        };
    }

    private static (string Kind, YamlMap Action)? Action(AppSpec spec, AppProbe probe)
    {
        if (probe.Command.Count > 0)
            return ("exec", new YamlMap { { "command", Fields.Texts(probe.Command) } });
        var port = probe.Port is { } name ? spec.Ports.FirstOrDefault(other => other.Name == name) : spec.Ports.Count > 0 ? spec.Ports[0] : null;
        return (port, probe.Path) switch
        {
            ({ } http, { } path) => ("httpGet", new YamlMap { { "path", path }, { "port", http.Name } }),
            ({ Protocol: "TCP" } tcp, null) => ("tcpSocket", new YamlMap { { "port", tcp.Name } }),
            _ => null,
        };
    }
}
