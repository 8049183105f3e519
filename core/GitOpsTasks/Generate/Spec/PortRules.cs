using GitOpsTasks.Config;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Finds what needs a port where there is none, or names one that is not there.</summary>
internal static class PortRules
{
    public static void Check(MappingReader reader, AppSpec spec)
    {
        foreach (var (key, port) in Named(spec))
        {
            if (spec.Ports.Count == 0)
                reader.Report(ConfigCodes.Contradiction, key, key == "probes" ? "There is no port to probe." : $"There is no port for '{key}'.", $"Add 'port:', or remove '{key}'.");
            else if (port is not null && spec.Ports.All(other => other.Name != port))
                reader.Report(ConfigCodes.Contradiction, key, $"There is no port '{port}'.", $"Its ports are {string.Join(", ", spec.Ports.Select(other => other.Name))}.");
        }

        if (!spec.Service.Enabled && (spec.Ingress is not null || spec.Route is not null || spec.Monitor is not null))
            reader.Report(ConfigCodes.Contradiction, "service", "Without a Service nothing gets to the pods.", "Remove 'enabled: false'.");
    }

    private static IEnumerable<(string Key, string? Port)> Named(AppSpec spec)
    {
        foreach (var probe in (AppProbe?[])[spec.Probes.Readiness, spec.Probes.Liveness, spec.Probes.Startup])
        {
            if (probe is { Enabled: true, Command.Count: 0 })
                yield return ("probes", probe.Port);
        }

        if (spec.Ingress is { } ingress)
            yield return ("ingress", ingress.Port);
        if (spec.Route is { } route)
            yield return ("route", route.Port);
        if (spec.Monitor is { } monitor)
            yield return ("monitor", monitor.Port);
        if (spec.Flagger is not null)
            yield return ("flagger", null);
        if (spec.BlueGreen is not null)
            yield return ("blueGreen", null);
    }
}
