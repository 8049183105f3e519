using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>A list of JSON patch operations (RFC 6902), as YAML or JSON.</summary>
internal static class JsonPatch
{
    private static readonly string[] s_lists = ["containers", "initContainers", "ephemeralContainers"];

    /// <summary>The scalars that operations give to images, in all documents of a file that are patches.</summary>
    public static IEnumerable<YamlNode> Images(YamlFile file) =>
        file.Documents.Where(Is).SelectMany(patch => patch.Items).SelectMany(item => Images(item.Resolved));

    private static bool Is(YamlNode document) =>
        document.IsSequence && document.Items.Any() && document.Items.All(item => item.Resolved.Text("op") is not null && item.Resolved.Text("path") is not null);

    private static IEnumerable<YamlNode> Images(YamlNode operation)
    {
        if (operation.Text("op") is not ("add" or "replace") || operation["value"] is not { } value)
            return [];
        var path = operation.Text("path")!.Split('/');
        if (value.IsScalar)
            return path[^1] == "image" || (path.Length > 1 && path[^1] == "reference" && path[^2] == "image") ? [value] : [];
        if (value.IsMapping)
            return path.Length > 1 && s_lists.Contains(path[^2]) ? ImageOf(value) : [];
        return s_lists.Contains(path[^1]) ? value.Items.SelectMany(item => ImageOf(item.Resolved)) : [];
    }

    private static IEnumerable<YamlNode> ImageOf(YamlNode container) => container["image"] is { IsScalar: true } image ? [image] : [];
}
