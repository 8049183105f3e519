using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate;

/// <summary>The Deployment of an application: the base, and what an environment changes about it.</summary>
internal static class DeploymentManifest
{
    private const string ChecksumAnnotation = "checksum/config";

    /// <summary>The Deployment of the base; its image has no version, for that is the overlays'.</summary>
    public static YamlMap Base(AppSpecFile app)
    {
        var spec = app.Spec;
        return new YamlMap
        {
            { "apiVersion", "apps/v1" },
            { "kind", "Deployment" },
            { "metadata", AppLabels.Metadata(spec, spec.Name) },
            {
                "spec", new YamlMap
                {
                    { "replicas", Number(spec.Replicas) },
                    { "selector", new YamlMap { { "matchLabels", AppLabels.Selector(spec) } } },
                    {
                        "template", new YamlMap
                        {
                            { "metadata", new YamlMap { { "labels", AppLabels.Selector(spec) }, { "annotations", Checksum(app.HasData ? app.Data : null) } } },
                            { "spec", PodSpec.Of(app) },
                        }
                    },
                }
            },
        };
    }

    /// <summary>The strategic merge patch for an environment; null where it changes nothing.</summary>
    public static YamlMap? Patch(AppSpecFile app, string environment)
    {
        var changes = app.Environment(environment);
        var template = Template(app, environment, changes);
        if (changes.Replicas is null && template is null)
            return null;
        return new YamlMap
        {
            { "apiVersion", "apps/v1" },
            { "kind", "Deployment" },
            { "metadata", new YamlMap { { "name", app.Spec.Name } } },
            { "spec", new YamlMap { { "replicas", Number(changes.Replicas) }, { "template", template } } },
        };
    }

    private static YamlMap? Template(AppSpecFile app, string environment, AppEnvironment changes)
    {
        var data = app.DataOf(environment);
        var checksum = data.Checksum == app.Data.Checksum ? null : Checksum(data);
        if (checksum is null && changes.Resources is null)
            return null;
        var container = changes.Resources is { } resources
            ? new YamlMap { { "name", app.Spec.Name }, { "resources", ContainerSpec.Resources(resources) } }
            : null;
        return new YamlMap
        {
            { "metadata", checksum is null ? null : new YamlMap { { "annotations", checksum } } },
            { "spec", container is null ? null : new YamlMap { { "containers", new YamlList { container } } } },
        };
    }

    private static YamlMap? Checksum(ConfigData? data) =>
        data is null ? null : new YamlMap { { ChecksumAnnotation, data.Checksum } };

    private static YamlValue? Number(int? number) => number is { } value ? (YamlValue)value : null;
}
