using GitOpsTasks.Edits.Helm;
using GitOpsTasks.Edits.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.ArgoCd;

/// <summary>The images that an application's <c>helm.parameters</c> set, whole or in parts.</summary>
internal static class HelmParameters
{
    /// <summary>The images.</summary>
    /// <param name="list">The parameters.</param>
    /// <param name="values">The values that stand beside them.</param>
    /// <param name="annotations">What Argo CD Image Updater is told about the application.</param>
    public static IEnumerable<ImageSite> In(YamlNode list, IReadOnlyList<YamlNode> values, UpdaterAnnotations annotations)
    {
        var parameters = list.Items.Select(item => item.Resolved).Where(item => item.IsMapping && item.Text("name") is { Length: > 0 })
            .Select(item => (Name: ParameterName.Split(item.Text("name")!), Item: item)).ToList();
        foreach (var group in parameters.GroupBy(parameter => parameter.Name.Prefix, StringComparer.Ordinal))
        {
            var items = group.DistinctBy(parameter => parameter.Name.Key).ToDictionary(parameter => parameter.Name.Key, parameter => parameter.Item);
            var first = group.First().Name;
            var fields = new ParameterFields(list, first, items, key => Elsewhere(values, first.Beside(key)) ?? annotations.ValueOf(first, key));
            var groups = ImageGroup.In(fields, everywhere: true).ToList();
            foreach (var site in groups.Select(ImageGroupSite.Of).OfType<ImageSite>().Concat(Whole(items, groups)))
                yield return site;
        }
    }

    private static IEnumerable<ImageSite> Whole(Dictionary<string, YamlNode> items, List<ImageGroup> groups) => items
        .Where(item => ImageGroup.IsImageKey(item.Key) && item.Value["value"] is { IsScalar: true } && !groups.Exists(group => group.Name == item.Key))
        .Select(item => ManifestImageSite.In(item.Value["value"]!.Value, item.Value.Text("name")!)).OfType<ImageSite>();

    private static string? Elsewhere(IReadOnlyList<YamlNode> values, string name) => values
        .Select(root => name.Split('.').Aggregate((YamlNode?)root, (node, key) => node is { IsMapping: true } at && MergedMapping.Of(at).TryGetValue(key, out var next) ? next : null))
        .FirstOrDefault(node => node is { IsScalar: true, IsNull: false })?.Value;
}
