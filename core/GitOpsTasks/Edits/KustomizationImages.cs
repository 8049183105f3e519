using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits;

/// <summary>The <c>images:</c> list of a kustomization, and <c>imageTags:</c> as it was once called.</summary>
public sealed class KustomizationImages : IImageTarget
{
    /// <inheritdoc />
    public IEnumerable<ImageSite> Find(YamlFile file)
    {
        foreach (var document in file.Documents.Where(KustomizationFile.Is))
        {
            foreach (var list in new[] { document["images"], document["imageTags"] })
            {
                foreach (var entry in list?.Items.Select(item => item.Resolved) ?? [])
                {
                    if (entry.IsMapping && entry.Text("name") is { Length: > 0 } name)
                        yield return KustomizationImageSite.Of(name, entry);
                }
            }
        }
    }
}
