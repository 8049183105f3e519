using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate;

/// <summary>The labels of an application's objects. Selectors cannot be changed later, so nothing that changes is among them.</summary>
internal static class AppLabels
{
    /// <summary>The labels that select an application's pods.</summary>
    public static YamlMap Selector(AppSpec spec) => new()
    {
        { "app.kubernetes.io/name", spec.Name },
        { "app.kubernetes.io/instance", spec.Name },
    };

    /// <summary>The metadata of an object.</summary>
    public static YamlMap Metadata(AppSpec spec, string name) => new()
    {
        { "name", name },
        { "labels", Selector(spec) },
    };
}
