using System.Text.Json;

namespace GitOpsTasks.Build.Layers;

/// <summary>Which published files are not the project's own, by its <c>.deps.json</c>.</summary>
internal static class ProjectDependencies
{
    private static readonly string[] Groups = ["runtime", "native", "resources"];

    /// <summary>Reads the file.</summary>
    /// <returns>Kinds by path in the published folder; empty where there is no such file.</returns>
    public static async Task<IReadOnlyDictionary<string, DependencyKind>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var kinds = new Dictionary<string, DependencyKind>(StringComparer.Ordinal);
        if (!File.Exists(file))
            return kinds;
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file, cancellationToken));
        var libraries = document.RootElement.GetProperty("libraries");
        foreach (var target in document.RootElement.GetProperty("targets").EnumerateObject())
        {
            foreach (var library in target.Value.EnumerateObject())
            {
                if (KindOf(libraries, library.Name) is var kind and not DependencyKind.Own)
                    AddTo(kinds, library.Value, kind);
            }
        }

        return kinds;
    }

    private static DependencyKind KindOf(JsonElement libraries, string name) =>
        (libraries.TryGetProperty(name, out var library) ? library.GetProperty("type").GetString() : null) switch
        {
            "package" => DependencyKind.Package,
            "runtimepack" => DependencyKind.Runtime,
            _ => DependencyKind.Own,
        };

    private static void AddTo(Dictionary<string, DependencyKind> kinds, JsonElement library, DependencyKind kind)
    {
        foreach (var group in Groups)
        {
            foreach (var asset in Members(library, group))
            {
                var name = Path.GetFileName(asset.Name);
                kinds[asset.Value.TryGetProperty("locale", out var locale) ? $"{locale.GetString()}/{name}" : name] = kind;
            }
        }

        foreach (var asset in Members(library, "runtimeTargets"))
            kinds[asset.Name] = kind;
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement element, string name) =>
        element.TryGetProperty(name, out var group) ? group.EnumerateObject() : default;
}
