using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Objects;

/// <summary>The ConfigMaps of an application: its environment variables, and its files.</summary>
internal static class ConfigMapManifest
{
    /// <summary>That of environment variables; null where there are none, or kustomize makes it.</summary>
    public static YamlMap? OfVariables(Rendering app) =>
        app is { App.HasData: true, WritesConfigMaps: true } ? Of(app, app.ConfigName, app.App.Data.Values) : null;

    /// <summary>That of files; null where there are none, or kustomize makes it.</summary>
    public static YamlMap? OfFiles(Rendering app) =>
        app is { App.HasFiles: true, WritesConfigMaps: true } ? Of(app, app.FilesName, FileKeys.Data(app.App.Files)) : null;

    private static YamlMap Of(Rendering app, string name, IReadOnlyDictionary<string, string> values)
    {
        var data = new YamlMap();
        foreach (var (key, value) in values)
            data.Add(key, value);
        return new YamlMap
        {
            { "apiVersion", "v1" },
            { "kind", "ConfigMap" },
            { "metadata", app.Metadata(name) },
            { "data", data },
        };
    }
}
