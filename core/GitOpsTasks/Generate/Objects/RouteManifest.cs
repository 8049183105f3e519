using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Objects;

/// <summary>The HTTPRoute of an application.</summary>
internal static class RouteManifest
{
    /// <summary>The HTTPRoute; null where the spec has none.</summary>
    public static YamlMap? Of(Rendering app)
    {
        var spec = app.Spec;
        if (spec.Route is not { } route || spec.Ports.Count == 0)
            return null;
        var port = spec.Ports.FirstOrDefault(port => port.Name == route.Port) ?? spec.Ports[0];
        return new YamlMap
        {
            { "apiVersion", "gateway.networking.k8s.io/v1" },
            { "kind", "HTTPRoute" },
            { "metadata", app.Metadata(spec.Name) },
            {
                "spec", new YamlMap
                {
                    {
                        "parentRefs", route.Gateway.Length == 0
                            ? null
                            : new YamlList
                            {
                                new YamlMap
                                {
                                    { "name", route.Gateway },
                                    { "namespace", Fields.Text(route.GatewayNamespace) },
                                    { "sectionName", Fields.Text(route.Listener) },
                                },
                            }
                    },
                    { "hostnames", Fields.Texts(route.Hosts) },
                    {
                        "rules", new YamlList
                        {
                            new YamlMap
                            {
                                { "matches", new YamlList { new YamlMap { { "path", new YamlMap { { "type", "PathPrefix" }, { "value", route.Path } } } } } },
                                { "backendRefs", new YamlList { new YamlMap { { "name", spec.Name }, { "port", port.ServicePort } } } },
                            },
                        }
                    },
                }
            },
        };
    }
}
