using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Helm;

/// <summary>A chart's values in a text inside another file, as in Argo CD's <c>helm.values</c>.</summary>
internal static class NestedValues
{
    /// <summary>The images in a scalar that holds values.</summary>
    public static IEnumerable<ImageSite> In(YamlNode? scalar)
    {
        if (scalar is not { IsScalar: true } host || host.TryParseNested() is not { } text)
            return [];
        return text.IsValid
            ? text.Documents.SelectMany(document => ImageFields.InValues(document)).Select(site => new NestedImageSite(host, site))
            : [new UnreadableSite(host)];
    }
}
