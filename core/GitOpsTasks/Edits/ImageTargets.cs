using GitOpsTasks.Edits.ArgoCd;
using GitOpsTasks.Edits.Flux;
using GitOpsTasks.Edits.Helm;
using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Edits.Manifests;

namespace GitOpsTasks.Edits;

/// <summary>Every kind of place that is known.</summary>
public static class ImageTargets
{
    /// <summary>In no particular order: no place is of two kinds.</summary>
    public static IReadOnlyList<IImageTarget> All { get; } =
    [
        new KustomizationImages(), new InlinePatchImages(), new JsonPatchImages(), new ManifestImages(),
        new HelmValues(), new ArgoImages(), new FluxImages(),
    ];
}
