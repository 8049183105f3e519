using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Attestations;

/// <summary>Stores artifacts beside an image, as referrers of it. For every builder, in a registry or a layout.</summary>
internal static class Attachments
{
    /// <summary>The files that an image's description attaches to it.</summary>
    /// <param name="context">The folder that paths are relative to.</param>
    /// <param name="spec">The image.</param>
    /// <param name="digest">Its digest.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="TaskFailedException">GOT1004: a file is not there, or cannot be read.</exception>
    public static async Task<IReadOnlyList<Attachment>> OfFilesAsync(
        EngineContext context, ImageSpec spec, string digest, CancellationToken cancellationToken)
    {
        var found = new List<Attachment>();
        foreach (var file in spec.Attach)
        {
            try
            {
                found.Add(new Attachment(digest, await OciArtifact.FromFileAsync(file.Type, context.Resolve(file.Path), cancellationToken)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw TaskFailedException.Usage(
                    UsageCodes.PathNotFound,
                    $"'{context.Resolve(file.Path)}', which is to be attached to the image '{spec.Name}', cannot be read: {e.Message}",
                    "Make it before the image is built, or correct 'attach'.");
            }
        }

        return found;
    }

    /// <summary>Stores them beside an image that is there.</summary>
    /// <returns>What was stored or was there already, in the order given.</returns>
    public static async Task<IReadOnlyList<AttachedArtifact>> PushAsync(
        IRegistry target, IReadOnlyList<Attachment> attachments, IProgressStep progress, CancellationToken cancellationToken)
    {
        var attached = new List<AttachedArtifact>();
        foreach (var (subject, artifact) in attachments)
        {
            var descriptor = await artifact.AttachAsync(target, subject, progress, cancellationToken);
            attached.Add(new AttachedArtifact(artifact.Type ?? "", descriptor.Digest));
        }

        return attached;
    }
}
