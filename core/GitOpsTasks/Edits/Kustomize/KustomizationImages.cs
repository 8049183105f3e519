using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>The <c>images:</c> list of a kustomization, and <c>imageTags:</c> as it was once called.</summary>
public sealed class KustomizationImages : IImageTarget
{
    /// <inheritdoc />
    public IEnumerable<ImageSite> Find(YamlFile file) =>
        file.Documents.Where(KustomizationFile.Is).SelectMany(KustomizationEntry.In).DistinctBy(entry => entry.Node)
            .Select(entry => new KustomizationImageSite(entry));
}
