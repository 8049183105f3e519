using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Promote.Gates.Images;
using GitOpsTasks.Promote.Gates.Keys;

namespace GitOpsTasks.Promote.Gates.Cosign;

/// <summary>Something is said about images: what is in them, or how they were built.</summary>
/// <param name="kind">What.</param>
/// <param name="demandOf">What an environment asks of it.</param>
/// <param name="registries">Where images are.</param>
/// <param name="context">Progress.</param>
internal sealed class AttestationGate(
    AttestationKind kind, Func<GatesConfig, AttestationDemand> demandOf, GateRegistries registries, EngineContext context) : IPromotionGate
{
    /// <inheritdoc />
    public async Task<GateResult?> CheckAsync(GateSubject subject, CancellationToken cancellationToken)
    {
        var demand = demandOf(subject.Gates);
        if (demand == AttestationDemand.Off)
            return null;
        var images = await GatedImages.OfAsync(subject, cancellationToken);
        if (images.Count == 0)
            return null;
        var keys = demand == AttestationDemand.Signed ? await KeyFiles.LoadAsync(subject.Config, subject.Gates.Keys, cancellationToken) : null;
        var verdict = new GateVerdict(kind.Name);
        foreach (var image in images)
        {
            context.Progress.Report($"looks for the {kind.Name} of {image}");
            var registry = registries.Of(image);
            var search = new AttestationSearch(new CosignStore(registry), kind, keys);
            if (await registry.GetManifestAsync(image.Version, cancellationToken) is not { } manifest)
                verdict.Pend($"{image} is not in the registry");
            else if (!await search.IsThereAsync(manifest, cancellationToken))
                verdict.Pend(search.HasSeenUnsigned ? $"the {kind.Name} of {image} is signed by none of the keys" : $"{image} has no {kind.Name}");
        }

        var said = keys is null ? "is there" : "is there and signed";
        return verdict.Result(images.Count == 1 ? $"of {images[0]} {said}" : $"of {images.Count} images {said}");
    }
}
