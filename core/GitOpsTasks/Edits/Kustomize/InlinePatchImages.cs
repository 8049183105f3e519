using GitOpsTasks.Edits.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>The images that patches set which are written out in a kustomization, as manifests or JSON patches.</summary>
public sealed class InlinePatchImages : IImageTarget
{
    private static readonly IImageTarget[] s_inside = [new ManifestImages(), new JsonPatchImages()];

    /// <inheritdoc />
    public IEnumerable<ImageSite> Find(YamlFile file)
    {
        foreach (var (host, text) in file.Documents.Where(KustomizationFile.Is).SelectMany(InlinePatches.In))
        {
            if (!text.IsValid)
                yield return new UnreadableSite(host);
            else
            {
                foreach (var site in s_inside.SelectMany(target => target.Find(text)))
                    yield return new NestedImageSite(host, site);
            }
        }
    }
}
