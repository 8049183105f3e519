using System.Text;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Merge;

/// <summary>Which scalars of a mapping are about an image. Names compare without case, as kustomize's do.</summary>
internal static class ImageKeys
{
    private static readonly string[] s_versions = ["newtag", "tag", "imagetag", "digest"];
    private static readonly string[] s_names = ["newname", "repository", "registry", "image", "appversion"];

    /// <summary>The group of a pair's value within its mapping: <c>version</c> for tags and digests; null where it is no field.</summary>
    public static string? GroupOf(YamlNode mapping, YamlPair pair)
    {
        if (!IsOneLine(pair.Value))
            return null;
        var key = pair.Key.Value.ToLowerInvariant();
        if (s_versions.Contains(key) || (key == "version" && s_names.Any(name => mapping.Find(name) is not null)))
            return "version";
        return s_names.Contains(key) || IsParameter(mapping, key) || HasFluxMarker(pair.Value) ? key : null;
    }

    /// <summary>Whether an item is one of a list of images, as Argo CD's <c>kustomize.images</c> has them: <c>name=new:tag</c>.</summary>
    public static bool IsListOfImages(string path, YamlNode item) =>
        path.EndsWith("\n.images", StringComparison.OrdinalIgnoreCase) && IsOneLine(item);

    /// <summary>Whether a key is one of those that hold a tag.</summary>
    public static bool IsTag(string key) => key.ToLowerInvariant() is "newtag" or "tag" or "imagetag" or "version";

    /// <summary>Whether a key holds a whole reference.</summary>
    public static bool IsReference(string key) => key.Equals("image", StringComparison.OrdinalIgnoreCase);

    // Argo CD's helm.parameters: {name: web.image.tag, value: v1}.
    private static bool IsParameter(YamlNode mapping, string key) =>
        key == "value" && mapping.Text("name") is { } name && name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant() is var last
        && (s_versions.Contains(last) || s_names.Contains(last));

    private static bool IsOneLine(YamlNode node) =>
        node is { IsScalar: true, Style: YamlStyle.Plain or YamlStyle.SingleQuoted or YamlStyle.DoubleQuoted, Span: { Length: > 0 } span }
        && node.File.Content.Span[span.Start..span.End].IndexOfAny((byte)'\n', (byte)'\r') < 0;

    private static bool HasFluxMarker(YamlNode node)
    {
        var rest = node.File.Content.Span[node.Span.End..];
        var line = rest.IndexOfAny((byte)'\n', (byte)'\r') is var end and >= 0 ? rest[..end] : rest;
        return line.IndexOf("\"$imagepolicy\""u8) >= 0 && Encoding.UTF8.GetString(line).TrimStart().StartsWith('#');
    }
}
