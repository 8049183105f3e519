using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Objects;

/// <summary>The Services of an application. Those beside the first have names of their own as labels, so that nobody who selects Services by label finds them too.</summary>
internal static class ServiceManifest
{
    /// <summary>The Services with the files they go into.</summary>
    public static IEnumerable<AppObject> All(Rendering app)
    {
        var spec = app.Spec;
        var isWanted = spec is { Ports.Count: > 0, EndsByItself: false, Service.Enabled: true };
        if (isWanted && spec.Flagger is null)
            yield return new AppObject("service.yaml", Of(app, spec.Name, Fields.Text(spec.Service.Type), spec.Service.Annotations));
        if (spec.Workload == WorkloadKind.StatefulSet)
            yield return new AppObject("service-headless.yaml", Headless(app));
        if (isWanted && spec is { Workload: WorkloadKind.Rollout, BlueGreen: not null })
            yield return new AppObject("service-preview.yaml", Of(app, Names.Preview(spec), null, []));
        else if (isWanted && spec is { Workload: WorkloadKind.Rollout, Canary.Nginx: true })
            yield return new AppObject("service-canary.yaml", Of(app, Names.Canary(spec), null, []));
    }

    private static YamlMap Of(Rendering app, string name, YamlValue? type, IEnumerable<KeyValuePair<string, string>> annotations) => new()
    {
        { "apiVersion", "v1" },
        { "kind", "Service" },
        { "metadata", app.Metadata(name, annotations, name) },
        {
            "spec", new YamlMap
            {
                { "type", type },
                { "selector", app.Selector },
                { "ports", Ports(app.Spec) },
            }
        },
    };

    private static YamlMap Headless(Rendering app) => new()
    {
        { "apiVersion", "v1" },
        { "kind", "Service" },
        { "metadata", app.Metadata(Names.Headless(app.Spec), null, Names.Headless(app.Spec)) },
        {
            "spec", new YamlMap
            {
                { "clusterIP", "None" },
                { "publishNotReadyAddresses", true },
                { "selector", app.Selector },
                { "ports", Ports(app.Spec) },
            }
        },
    };

    private static YamlList? Ports(AppSpec spec) => Fields.List(spec.Ports.Select(port => new YamlMap
    {
        { "name", port.Name },
        { "port", port.ServicePort },
        { "targetPort", port.Name },
        { "protocol", port.Protocol },
    }));
}
