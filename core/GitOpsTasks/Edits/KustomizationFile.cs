using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits;

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
}
