using GitOpsTasks.Contracts;
using GitOpsTasks.Promote.Gates.Images;
using GitOpsTasks.Promote.Gates.Keys;

namespace GitOpsTasks.Promote.Gates.Cosign;

/// <summary>Images are signed by cosign with one of the keys.</summary>
internal sealed class SignatureGate(GateRegistries registries, EngineContext context) : IPromotionGate
{
    /// <inheritdoc />
    public async Task<GateResult?> CheckAsync(GateSubject subject, CancellationToken cancellationToken)
    {
        if (!subject.Gates.Signature)
            return null;
        var images = await GatedImages.OfAsync(subject, cancellationToken);
        if (images.Count == 0)
            return null;
        var keys = await KeyFiles.LoadAsync(subject.Config, subject.Gates.Keys, cancellationToken);
        var verdict = new GateVerdict("signature");
        foreach (var image in images)
        {
            context.Progress.Report($"looks for a signature of {image}");
            if (await registries.DigestOfAsync(image, cancellationToken) is not { } digest)
                verdict.Pend($"{image} is not in the registry");
            else if (await new SignatureSearch(new CosignStore(registries.Of(image)), keys, subject.Gates.SignedFor).ReasonAgainstAsync(digest, cancellationToken) is { } reason)
                verdict.Pend($"{image} {reason}");
        }

        return verdict.Result(images.Count == 1 ? $"{images[0]} is signed" : $"{images.Count} images are signed");
    }
}
