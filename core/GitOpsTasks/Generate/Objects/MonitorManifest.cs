using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Objects;

/// <summary>The ServiceMonitor of an application.</summary>
internal static class MonitorManifest
{
    /// <summary>The ServiceMonitor; null where the spec has none.</summary>
    public static YamlMap? Of(Rendering app)
    {
        var spec = app.Spec;
        if (spec.Monitor is not { } monitor || spec.Ports.Count == 0)
            return null;
        var port = monitor.Port ?? (spec.Ports.FirstOrDefault(port => port.Name == "metrics") ?? spec.Ports[0]).Name;
        return new YamlMap
        {
            { "apiVersion", "monitoring.coreos.com/v1" },
            { "kind", "ServiceMonitor" },
            { "metadata", app.Metadata(spec.Name, labels: monitor.Labels) },
            {
                "spec", new YamlMap
                {
                    { "selector", new YamlMap { { "matchLabels", app.Selector } } },
                    {
                        "endpoints", new YamlList
                        {
                            new YamlMap { { "port", port }, { "path", monitor.Path }, { "interval", Fields.Text(monitor.Interval) } },
                        }
                    },
                }
            },
        };
    }
}
