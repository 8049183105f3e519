using GitOpsTasks.Generate.Env;
using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Workloads;

/// <summary>An application about to be written as objects: what all of them share.</summary>
/// <param name="App">The application in an environment, or the base.</param>
/// <param name="Image">The image as manifests name it: without a version where an overlay says it.</param>
/// <param name="IsWhole">Whether nothing is done to the objects any more: namespace and hashed names stand in them.</param>
internal sealed record Rendering(AppVariant App, string Image, bool IsWhole)
{
    /// <summary>What the spec says.</summary>
    public AppSpec Spec => App.Spec;

    /// <summary>The name of the ConfigMap with environment variables, as manifests refer to it.</summary>
    public string ConfigName => ReferenceTo($"{Spec.Name}-config", App.Data.Values);

    /// <summary>The name of the ConfigMap with files, as manifests refer to it.</summary>
    public string FilesName => ReferenceTo($"{Spec.Name}-files", FileKeys.Data(App.Files));

    /// <summary>The image of a container beside the application's, as manifests name it.</summary>
    public string ImageOf(AppContainer container) =>
        container.Image is not { } own ? Image : IsWhole ? own.ToString() : own.Name == Spec.Image.Name ? Image : own.Name;

    /// <summary>Whether ConfigMaps are objects of their own, and not made by kustomize.</summary>
    public bool WritesConfigMaps => IsWhole || Spec.Restart != ConfigRestart.Suffix;

    /// <summary>The labels that select the pods. Selectors cannot be changed later, so nothing that changes is among them.</summary>
    public YamlMap Selector => Labels(Spec.Name, []);

    /// <summary>The labels of pods.</summary>
    public YamlMap PodLabels => Labels(Spec.Name, Spec.Labels);

    /// <summary>The metadata of an object.</summary>
    /// <param name="name">The object's name.</param>
    /// <param name="annotations">Its annotations.</param>
    /// <param name="label">The name it is known by; null for the application's.</param>
    /// <param name="labels">Labels beside those of all objects.</param>
    public YamlMap Metadata(
        string name,
        IEnumerable<KeyValuePair<string, string>>? annotations = null,
        string? label = null,
        IEnumerable<KeyValuePair<string, string>>? labels = null) => new()
        {
            { "name", name },
            { "namespace", IsWhole ? Fields.Text(Spec.Namespace) : null },
            { "labels", Labels(label ?? Spec.Name, [.. Spec.Labels, .. labels ?? []]) },
            { "annotations", Annotations(annotations ?? []) },
        };

    private YamlMap Labels(string name, IEnumerable<KeyValuePair<string, string>> others)
    {
        var labels = new YamlMap { { "app.kubernetes.io/name", name }, { "app.kubernetes.io/instance", Spec.Name } };
        foreach (var (key, value) in new OrderedDictionary<string, string>(Last(others)))
            labels.Add(key, value);
        return labels;
    }

    private YamlMap? Annotations(IEnumerable<KeyValuePair<string, string>> annotations)
    {
        var all = Last(annotations);
        if (Spec.SyncWave is { } wave)
            all.TryAdd(ArgoAnnotations.SyncWave, Fields.Digits(wave));
        return Fields.Map(all);
    }

    private static OrderedDictionary<string, string> Last(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var last = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
            last[key] = value;
        return last;
    }

    private string ReferenceTo(string name, IReadOnlyDictionary<string, string> data) =>
        IsWhole && Spec.Restart == ConfigRestart.Suffix ? $"{name}-{NameSuffixHash.OfConfigMap(data)}" : name;
}
