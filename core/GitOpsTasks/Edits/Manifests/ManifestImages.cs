using GitOpsTasks.Images;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Manifests;

/// <summary>The <c>image</c> of any container list, at any depth of any kind, known or not.</summary>
public sealed class ManifestImages : IImageTarget
{
    private static readonly string[] s_lists = ["containers", "initContainers", "ephemeralContainers"];

    /// <inheritdoc />
    public IEnumerable<ImageSite> Find(YamlFile file)
    {
        var seen = new HashSet<YamlNode>();
        foreach (var mapping in file.AllNodes().Where(node => node.IsMapping))
        {
            foreach (var container in s_lists.SelectMany(list => mapping[list]?.Items ?? []).Select(item => item.Resolved))
            {
                if (container["image"] is { IsScalar: true } image && seen.Add(image)
                    && ImageReference.TryParse(image.Value, out var reference))
                    yield return new ManifestImageSite(reference, image);
            }
        }
    }
}
