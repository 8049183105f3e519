using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Objects;

/// <summary>The Ingress of an application.</summary>
internal static class IngressManifest
{
    /// <summary>The Ingress; null where the spec has none.</summary>
    public static YamlMap? Of(Rendering app)
    {
        var spec = app.Spec;
        if (spec.Ingress is not { } ingress || spec.Ports.Count == 0)
            return null;
        var paths = new YamlMap
        {
            { "paths", new YamlList { new YamlMap { { "path", ingress.Path }, { "pathType", "Prefix" }, { "backend", Backend(spec, ingress.Port) } } } },
        };
        var rules = ingress.Hosts.Count == 0
            ? [new YamlMap { { "http", paths } }]
            : ingress.Hosts.Select(host => new YamlMap { { "host", host }, { "http", paths } });
        return new YamlMap
        {
            { "apiVersion", "networking.k8s.io/v1" },
            { "kind", "Ingress" },
            { "metadata", app.Metadata(spec.Name, ingress.Annotations) },
            {
                "spec", new YamlMap
                {
                    { "ingressClassName", Fields.Text(ingress.Class) },
                    {
                        "tls", ingress.TlsSecret is { } secret
                            ? new YamlList { new YamlMap { { "hosts", Fields.Texts(ingress.Hosts) }, { "secretName", secret } } }
                            : null
                    },
                    { "rules", new YamlList(rules) },
                }
            },
        };
    }

    private static YamlMap Backend(AppSpec spec, string? port) => new()
    {
        {
            "service", new YamlMap
            {
                { "name", spec.Name },
                { "port", new YamlMap { { "name", port ?? spec.Ports[0].Name } } },
            }
        },
    };
}
