using GitOpsTasks.Edits.Helm;
using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Edits.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Flux;

/// <summary>
/// The images that Flux's objects set: <c>spec.values</c> of a HelmRelease, the <c>images</c> of its post-renderers and of a
/// Kustomization, the artifact of an OCIRepository, and the values that k3s' HelmChart holds as a text.
/// </summary>
public sealed class FluxImages : IImageTarget
{
    /// <inheritdoc />
    public IEnumerable<ImageSite> Find(YamlFile file)
    {
        foreach (var release in ManifestObject.Of(file, "helm.toolkit.fluxcd.io", "HelmRelease"))
        {
            var renderers = (release["spec"]?["postRenderers"]?.Items ?? []).Select(renderer => renderer.Resolved["kustomize"]).Distinct();
            foreach (var site in InValues(release).Concat(renderers.SelectMany(Entries)))
                yield return site;
        }

        foreach (var site in ManifestObject.Of(file, "kustomize.toolkit.fluxcd.io", "Kustomization").SelectMany(item => Entries(item["spec"])))
            yield return site;
        foreach (var site in ManifestObject.Of(file, "helm.cattle.io", "HelmChart", "HelmChartConfig").SelectMany(chart => NestedValues.In(chart["spec"]?["valuesContent"])))
            yield return site;
        foreach (var site in ManifestObject.Of(file, "source.toolkit.fluxcd.io", "OCIRepository").Select(item => OciRepositorySite.Of(item["spec"])).OfType<ImageSite>())
            yield return site;
    }

    private static IEnumerable<ImageSite> InValues(YamlNode release) =>
        release["spec"]?["values"] is { IsMapping: true } values ? ImageFields.InValues(values) : [];

    private static IEnumerable<ImageSite> Entries(YamlNode? around) =>
        around is { } node ? KustomizationEntry.In(node).DistinctBy(entry => entry.Node).Select(entry => new KustomizationImageSite(entry)) : [];
}
