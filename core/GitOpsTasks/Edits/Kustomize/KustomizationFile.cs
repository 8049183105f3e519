using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>What makes a file a kustomization.</summary>
public static class KustomizationFile
{
    /// <summary>The names kustomize looks for in a folder, in its order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    /// <summary>Whether a document is a kustomization: by the file's name, or by its kind.</summary>
    public static bool Is(YamlNode document)
    {
        if (!document.IsMapping)
            return false;
        return document.Text("kind") is { } kind
            ? kind is "Kustomization" or "Component" && document.Text("apiVersion")?.StartsWith("kustomize.config.k8s.io/", StringComparison.Ordinal) != false
            : Names.Contains(Path.GetFileName(document.File.Path));
    }

    /// <summary>A field of a kustomization; kustomize takes its name in any case.</summary>
    public static YamlPair? Field(YamlNode mapping, string name)
    {
        if (mapping.Find(name) is { } exact)
            return exact;
        var other = mapping.Pairs.Where(pair => pair.Key.IsScalar && pair.Key.Value.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return other.Count > 0 ? other[0] : null;
    }

    /// <summary>The text of a field of a kustomization; null where there is none.</summary>
    public static string? FieldText(YamlNode mapping, string name) =>
        Field(mapping, name)?.Value.Resolved is { IsScalar: true } node ? node.Value : null;

    /// <summary>The items of a list of a kustomization, through aliases; empty where there is none.</summary>
    public static IEnumerable<YamlNode> Items(YamlNode mapping, string name) =>
        Field(mapping, name)?.Value.Resolved.Items.Select(item => item.Resolved) ?? [];

    /// <summary>The first document of a file that is a kustomization; null where none is.</summary>
    public static YamlNode? In(YamlFile file) => file.Documents.Where(Is).Cast<YamlNode?>().FirstOrDefault();
}
