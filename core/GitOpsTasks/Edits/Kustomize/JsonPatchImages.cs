using GitOpsTasks.Edits.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>
/// The images that a JSON patch in a file of its own sets: by the path of an <c>image</c>, or by a container or a list of
/// them. Lists of containers further inside a value are places of manifests already.
/// </summary>
public sealed class JsonPatchImages : IImageTarget
{
    /// <inheritdoc />
    public IEnumerable<ImageSite> Find(YamlFile file) =>
        JsonPatch.Images(file).Distinct().Select(image => ManifestImageSite.In(image, "image")).OfType<ImageSite>();
}
