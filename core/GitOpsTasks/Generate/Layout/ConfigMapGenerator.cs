using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Layout;

/// <summary>The ConfigMaps that kustomize makes, with a hash of the data in their names.</summary>
internal static class ConfigMapGenerator
{
    /// <summary>The name of the file that says where else names have to be changed.</summary>
    public const string Configuration = "kustomizeconfig.yaml";

    /// <summary>The items of <c>configMapGenerator</c>; none where ConfigMaps are objects.</summary>
    public static IReadOnlyList<YamlMap> Items(Rendering app)
    {
        if (app.WritesConfigMaps)
            return [];
        var items = new List<YamlMap>();
        if (app.App.HasData)
            items.Add(Item(app, app.ConfigName, app.App.Data.Values));
        if (app.App.HasFiles)
            items.Add(Item(app, app.FilesName, FileKeys.Data(app.App.Files)));
        return items;
    }

    /// <summary>Where a Rollout refers to ConfigMaps, which kustomize does not know of itself; null where there is none.</summary>
    public static YamlMap? NameReferences(Rendering app) => app.Spec.Workload != WorkloadKind.Rollout || Items(app).Count == 0
        ? null
        : new YamlMap
        {
            {
                "nameReference", new YamlList
                {
                    new YamlMap
                    {
                        { "kind", "ConfigMap" },
                        { "version", "v1" },
                        {
                            "fieldSpecs", new YamlList
                            {
                                Field("spec/template/spec/containers/envFrom/configMapRef/name"),
                                Field("spec/template/spec/volumes/configMap/name"),
                            }
                        },
                    },
                }
            },
        };

    private static YamlMap Field(string path) => new() { { "path", path }, { "kind", "Rollout" } };

    private static YamlMap Item(Rendering app, string name, IReadOnlyDictionary<string, string> data) => new()
    {
        { "name", name },
        { "literals", new YamlList(data.Select(pair => new YamlText($"{pair.Key}={Quoted(pair.Value)}"))) },
        { "options", new YamlMap { { "labels", app.Metadata(name)["labels"] }, { "annotations", app.Metadata(name)["annotations"] } } },
    };

    // kustomize takes one pair of quotes off a value that is in quotes.
    private static string Quoted(string value) =>
        value is ['"', .., '"'] ? $"'{value}'" : value is ['\'', .., '\''] ? $"\"{value}\"" : value;
}
