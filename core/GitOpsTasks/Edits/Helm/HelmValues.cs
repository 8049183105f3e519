using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Edits.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Helm;

/// <summary>The images in charts' values: in files of values, and in a kustomization's <c>helmCharts</c>.</summary>
public sealed class HelmValues : IImageTarget
{
    /// <inheritdoc />
    public IEnumerable<ImageSite> Find(YamlFile file) => file.Documents.SelectMany(InDocument);

    private static IEnumerable<ImageSite> InDocument(YamlNode document)
    {
        if (ValuesFile.Is(document))
            return ImageFields.InValues(document, ManifestImages.ContainersIn(document));
        return KustomizationFile.Is(document)
            ? KustomizationFile.Field(document, "helmCharts")?.Value.Resolved.Items.Select(chart => chart.Resolved["valuesInline"])
                .OfType<YamlNode>().SelectMany(values => ImageFields.InValues(values)) ?? []
            : [];
    }
}
