using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Manifests;

/// <summary>An object of Kubernetes in a file.</summary>
internal static class ManifestObject
{
    // What they call an image is another's to choose, or is no image that runs; Argo CD and Flux have places of their own.
    private static readonly string[] s_without =
    [
        "ConfigMap", "Secret", "SealedSecret", "CustomResourceDefinition", "Kustomization", "Component", "Application", "ApplicationSet", "HelmRelease",
        "HelmChart", "HelmChartConfig", "ImageRepository", "ImagePolicy", "ImageUpdateAutomation", "ImageUpdater", "Warehouse",
    ];

    /// <summary>Whether a document is an object.</summary>
    public static bool Is(YamlNode document) => document.Text("kind") is not null && document.Text("apiVersion") is not null;

    /// <summary>The object, or those that a list holds.</summary>
    public static IEnumerable<YamlNode> In(YamlNode document)
    {
        if (document.Text("kind")?.EndsWith("List", StringComparison.Ordinal) != true || document["items"] is not { IsSequence: true } items)
            return [document];
        return items.Items.Select(item => item.Resolved).Where(Is).Distinct();
    }

    /// <summary>The objects of a file that are of a group and of one of some kinds.</summary>
    public static IEnumerable<YamlNode> Of(YamlFile file, string group, params string[] kinds) => file.Documents.Where(Is).SelectMany(In)
        .Where(item => item.Text("apiVersion")?.StartsWith(group + "/", StringComparison.Ordinal) == true && kinds.Contains(item.Text("kind")));

    /// <summary>Whether what is called an image in it is none that runs, or another's to find.</summary>
    public static bool HoldsNoImage(YamlNode item) => s_without.Contains(item.Text("kind"));
}
