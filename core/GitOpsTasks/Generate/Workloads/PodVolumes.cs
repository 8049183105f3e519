using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Workloads;

/// <summary>The volumes of a pod, and where its container has them.</summary>
internal static class PodVolumes
{
    private const string Temporary = "tmp";
    private const string FilesVolume = "files";

    /// <summary>The volumes; null where there are none.</summary>
    public static YamlList? Of(Rendering app)
    {
        var spec = app.Spec;
        return Fields.List(
        [
            spec.Security.ReadOnlyRoot && !HasOwnTemporary(spec) ? Volume(Temporary, "emptyDir", new YamlMap()) : null,
            .. ExtraContainers.Volumes(spec),
            app.App.HasFiles ? Volume(FilesVolume, "configMap", new YamlMap { { "name", app.FilesName } }) : null,
            .. spec.Secrets.Where(secret => secret.Value.Mount is not null).Select(secret => SecretVolume(secret.Key, secret.Value)),
            .. spec.Volumes.Where(volume => !IsTemplate(spec, volume.Value)).Select(volume => Source(spec, volume.Key, volume.Value)),
        ]);
    }

    /// <summary>Where the container has them; null where there are none.</summary>
    public static YamlList? Mounts(Rendering app)
    {
        var spec = app.Spec;
        return Fields.List(
        [
            spec.Security.ReadOnlyRoot && !HasOwnTemporary(spec) ? new YamlMap { { "name", Temporary }, { "mountPath", "/tmp" } } : null,
            .. app.App.Files.Keys.Select(path => new YamlMap
            {
                { "name", FilesVolume },
                { "mountPath", path },
                { "subPath", FileKeys.Of(path, app.App.Files.Keys) },
                { "readOnly", true },
            }),
            .. spec.Secrets.Where(secret => secret.Value.Mount is not null).Select(secret => new YamlMap
            {
                { "name", SecretName(secret.Key) },
                { "mountPath", secret.Value.Mount! },
                { "readOnly", true },
            }),
            .. spec.Volumes.Select(volume => new YamlMap
            {
                { "name", volume.Key },
                { "mountPath", volume.Value.Mount },
                { "subPath", Fields.Text(volume.Value.SubPath) },
                { "readOnly", Fields.IfTrue(volume.Value.ReadOnly) },
            }),
        ]);
    }

    /// <summary>Whether each pod of a StatefulSet has a claim of its own for it.</summary>
    public static bool IsTemplate(AppSpec spec, AppVolume volume) => spec.Workload == WorkloadKind.StatefulSet && volume.Size is not null;

    /// <summary>The name of the claim for a volume.</summary>
    public static string ClaimName(AppSpec spec, string volume) => $"{spec.Name}-{volume}";

    private static bool HasOwnTemporary(AppSpec spec) => spec.Volumes.Values.Any(volume => volume.Mount == "/tmp");

    private static string SecretName(string secret) => "secret-" + secret.Replace('.', '-')[..Math.Min(secret.Length, 50)].TrimEnd('-');

    private static YamlMap SecretVolume(string name, AppSecret secret) => Volume(
        SecretName(name), "secret", new YamlMap { { "secretName", name }, { "optional", Fields.IfTrue(secret.Optional) } });

    private static YamlMap Source(AppSpec spec, string name, AppVolume volume) => volume switch
    {
        { Size: not null } => Volume(name, "persistentVolumeClaim", new YamlMap { { "claimName", ClaimName(spec, name) } }),
        { Claim: { } claim } => Volume(name, "persistentVolumeClaim", new YamlMap { { "claimName", claim } }),
        { ConfigMap: { } map } => Volume(name, "configMap", new YamlMap { { "name", map } }),
        { Secret: { } secret } => Volume(name, "secret", new YamlMap { { "secretName", secret } }),
        _ => Volume(name, "emptyDir", new YamlMap { { "medium", volume.Memory ? new YamlText("Memory") : null }, { "sizeLimit", Fields.Text(volume.Limit) } }),
    };

    private static YamlMap Volume(string name, string source, YamlMap value) => new() { { "name", name }, { source, value } };
}
