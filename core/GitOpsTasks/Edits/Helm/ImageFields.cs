using GitOpsTasks.Edits.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Helm;

/// <summary>Finds images by the names of fields, at any depth.</summary>
/// <param name="everywhere">
/// Whether a repository beside a tag is an image under any key, as in a chart's values; else only under one called like an image.
/// </param>
internal sealed class ImageFields(bool everywhere)
{
    private readonly HashSet<YamlNode> _seen = [];
    private readonly List<ImageSite> _sites = [];

    /// <summary>The images in a chart's values.</summary>
    public static IReadOnlyList<ImageSite> InValues(YamlNode root, IEnumerable<YamlNode>? known = null) => In(root, everywhere: true, known);

    /// <summary>The images in an object of Kubernetes.</summary>
    public static IReadOnlyList<ImageSite> InObject(YamlNode root) => In(root, everywhere: false, known: null);

    private static List<ImageSite> In(YamlNode root, bool everywhere, IEnumerable<YamlNode>? known)
    {
        var finder = new ImageFields(everywhere);
        finder._seen.UnionWith(known ?? []);
        finder.Visit(root.Resolved, "", "");
        return finder._sites;
    }

    private void Visit(YamlNode node, string key, string around)
    {
        if (node.IsMapping)
            VisitMapping(node, key, around);
        foreach (var item in node.Items)
        {
            if (item.IsScalar && IsListOfImages(key))
                Add(item, key);
            Visit(item, key, around);
        }
    }

    private void VisitMapping(YamlNode mapping, string key, string around)
    {
        var fields = new MappingFields(mapping, IsListOfImages(around) ? around : key);
        foreach (var group in ImageGroup.In(fields, everywhere))
        {
            if (!_seen.Contains((fields[group.Tag] ?? fields[group.Name])!.Value) && ImageGroupSite.Of(group) is { } site)
            {
                _sites.Add(site);
                _seen.UnionWith(new[] { fields[group.Name], fields[group.Tag] }.OfType<YamlNode>());
            }
        }

        foreach (var (name, value) in mapping.Pairs)
        {
            var text = name.IsScalar ? name.Value : "";
            if (!everywhere && text is "annotations" or "labels" or "managedFields" or "status")
                continue;
            if (value.Resolved.IsScalar && IsReference(fields, text, value.Resolved, key))
                Add(value.Resolved, text);
            Visit(value, text, key);
        }
    }

    // A version beside a name without a tag is where its tag is: it is not to get another.
    private static bool IsReference(FieldSet fields, string name, YamlNode value, string key) =>
        name is "reference" ? ImageGroup.IsImageKey(key)
        : IsListOfImages(key) ? value.Value.Contains(':')
        : ImageGroup.IsImageKey(name) && !name.EndsWith('s') && (!fields.Has("version") || value.Value.Contains(':'));

    private static bool IsListOfImages(string key) => key.EndsWith("images", StringComparison.OrdinalIgnoreCase);

    private void Add(YamlNode scalar, string field)
    {
        if (!_seen.Contains(scalar) && ManifestImageSite.In(scalar, field) is { } site && _seen.Add(scalar))
            _sites.Add(site);
    }
}
