using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>The <c>images:</c> list of a kustomization, and <c>imageTags:</c> as it was once called.</summary>
public sealed class KustomizationImages : IImageTarget
{
    /// <inheritdoc />
    public IEnumerable<ImageSite> Find(YamlFile file)
    {
        var seen = new HashSet<YamlNode>();
        foreach (var document in file.Documents.Where(KustomizationFile.Is))
        {
            foreach (var list in new[] { KustomizationFile.Field(document, "images"), KustomizationFile.Field(document, "imageTags") })
            {
                foreach (var entry in list?.Value.Resolved.Items.Select(item => item.Resolved) ?? [])
                {
                    if (entry.IsMapping && KustomizationFile.FieldText(entry, "name") is { Length: > 0 } name && seen.Add(entry))
                        yield return KustomizationImageSite.Of(name, entry);
                }
            }
        }
    }
}
