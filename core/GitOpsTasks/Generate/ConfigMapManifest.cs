using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate;

/// <summary>The ConfigMap of an application: the base, and what an environment changes about it.</summary>
internal static class ConfigMapManifest
{
    /// <summary>The ConfigMap's name.</summary>
    public static string NameOf(AppSpec spec) => spec.Name + "-config";

    /// <summary>The ConfigMap of the base; null where no environment has data.</summary>
    public static YamlMap? Base(AppSpecFile app) => !app.HasData ? null : new YamlMap
    {
        { "apiVersion", "v1" },
        { "kind", "ConfigMap" },
        { "metadata", AppLabels.Metadata(app.Spec, NameOf(app.Spec)) },
        { "data", Data(app.Data.Values) },
    };

    /// <summary>The strategic merge patch for an environment; null where it changes nothing.</summary>
    public static YamlMap? Patch(AppSpecFile app, string environment)
    {
        var changes = app.DataOf(environment).DifferencesFrom(app.Data);
        return changes.Count == 0 ? null : new YamlMap
        {
            { "apiVersion", "v1" },
            { "kind", "ConfigMap" },
            { "metadata", new YamlMap { { "name", NameOf(app.Spec) } } },
            { "data", Data(changes) },
        };
    }

    private static YamlMap Data(IEnumerable<KeyValuePair<string, string>> values)
    {
        var data = new YamlMap();
        foreach (var (key, value) in values)
            data.Add(key, value);
        return data;
    }
}
