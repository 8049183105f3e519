using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Results;

/// <summary>Stores the files that go with an image beside it, wherever it went.</summary>
/// <param name="plan">The image.</param>
/// <param name="destination">Where it went.</param>
/// <param name="context">The world around.</param>
internal sealed class Attachments(ImagePlan plan, ImageDestination destination, EngineContext context)
{
    /// <summary>Stores them; what is there already is not stored again.</summary>
    /// <exception cref="TaskFailedException">A file is gone, or a registry failed.</exception>
    public async Task<ImageResult> StoreAsync(ImageResult result, IProgressStep progress, CancellationToken cancellationToken)
    {
        if (plan.Spec.Attach.Count == 0 || result.Digest is not { } digest)
            return result;
        var attached = new List<AttachedArtifact>(result.Attached);
        foreach (var file in plan.Spec.Attach)
        {
            var artifact = await OciArtifact.FromFileAsync(file.Type, context.Resolve(file.Path), cancellationToken);
            foreach (var place in Places())
            {
                var stored = await artifact.AttachAsync(place, digest, progress, cancellationToken);
                attached.Add(new AttachedArtifact(file.Type, stored.Digest));
            }
        }

        return result with { Attached = [.. attached.Distinct()] };
    }

    private IEnumerable<IRegistry> Places()
    {
        if (destination.Artifact is { } folder)
            yield return new OciLayout(folder, context.Time);
        if (destination.Push)
            yield return new RegistryClient(context, plan.Spec.Repository);
    }
}
