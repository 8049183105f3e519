using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Objects;

/// <summary>The claims of storage that an application's pods share.</summary>
internal static class ClaimManifest
{
    /// <summary>The claims with the files they go into; those of a StatefulSet stand in itself.</summary>
    public static IEnumerable<AppObject> All(Rendering app) => app.Spec.Volumes
        .Where(volume => volume.Value.Size is not null && !PodVolumes.IsTemplate(app.Spec, volume.Value))
        .Select(volume => new AppObject($"persistentvolumeclaim-{volume.Key}.yaml", new YamlMap
        {
            { "apiVersion", "v1" },
            { "kind", "PersistentVolumeClaim" },
            { "metadata", app.Metadata(PodVolumes.ClaimName(app.Spec, volume.Key)) },
            { "spec", Spec(volume.Value) },
        }));

    /// <summary>What is claimed.</summary>
    public static YamlMap Spec(AppVolume volume) => new()
    {
        { "accessModes", new YamlList { volume.Access } },
        { "storageClassName", Fields.Text(volume.Class) },
        { "resources", new YamlMap { { "requests", new YamlMap { { "storage", volume.Size! } } } } },
    };
}
