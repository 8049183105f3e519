using GitOpsTasks.Edits.Helm;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Manifests;

/// <summary>
/// The images of objects of any kind, known or not: every <c>image</c> of a container or of what else runs one, at any
/// depth, image volumes, and the containers of what is no object, such as a patch.
/// </summary>
public sealed class ManifestImages : IImageTarget
{
    private static readonly string[] s_lists = ["containers", "initContainers", "ephemeralContainers"];

    /// <inheritdoc />
    public IEnumerable<ImageSite> Find(YamlFile file) => file.Documents.SelectMany(InDocument);

    /// <summary>The <c>image</c> scalars of container lists at any depth.</summary>
    internal static IEnumerable<YamlNode> ContainersIn(YamlNode document)
    {
        var seen = new HashSet<YamlNode>();
        for (var index = document.Index; index < document.NextIndex; index++)
        {
            var mapping = new YamlNode(document.File, index);
            if (!mapping.IsMapping)
                continue;
            foreach (var container in s_lists.Select(list => mapping[list]).OfType<YamlNode>().Where(seen.Add).SelectMany(list => list.Items).Select(item => item.Resolved))
            {
                if (container["image"] is { IsScalar: true } image)
                    yield return image;
            }
        }
    }

    private static IEnumerable<ImageSite> InDocument(YamlNode document)
    {
        if (!ManifestObject.Is(document))
            return ContainersIn(document).Distinct().Select(image => ManifestImageSite.In(image, "image")).OfType<ImageSite>();
        return ManifestObject.In(document).Where(item => !ManifestObject.HoldsNoImage(item)).SelectMany(ImageFields.InObject);
    }
}
