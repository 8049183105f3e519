using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate;

/// <summary>The Service of an application.</summary>
internal static class ServiceManifest
{
    /// <summary>The Service; null where the application listens on no port.</summary>
    public static YamlMap? Base(AppSpec spec) => spec.Ports.Count == 0 ? null : new YamlMap
    {
        { "apiVersion", "v1" },
        { "kind", "Service" },
        { "metadata", AppLabels.Metadata(spec, spec.Name) },
        {
            "spec", new YamlMap
            {
                { "selector", AppLabels.Selector(spec) },
                {
                    "ports", new YamlList(spec.Ports.Select(port => new YamlMap
                    {
                        { "name", port.Name },
                        { "port", port.ServicePort },
                        { "targetPort", port.Name },
                        { "protocol", port.Protocol },
                    }))
                },
            }
        },
    };
}
