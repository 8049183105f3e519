using GitOpsTasks.Build.Results;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build;

/// <summary>Takes an image from one registry to others as it is: its digest, platforms, signatures and attachments stay.</summary>
internal static class CopyRun
{
    /// <summary>Copies; without a tag rule it keeps its tag. Without push and layout it is only looked at.</summary>
    /// <exception cref="TaskFailedException">An input is missing or no reference, the image is not there, or a registry failed.</exception>
    public static async Task<TaskOutcome<BuildResult>> RunAsync(BuildRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        OtherRun.Check(request, "copy-from", rival: null);
        var source = SourceOf(request.CopyFrom!);
        var (names, _) = await BuildNaming.NameImagesAsync(
            request, context, cancellationToken, source.Tag is { } tag ? $"type=raw,value={tag}" : "");
        OtherRun.RequireTags(names, request);
        var from = new RegistryClient(context, source.Name, isSource: true);
        var reference = source.Digest ?? source.Tag ?? "latest";
        var contents = await ImageContents.ReadAsync(from, reference, cancellationToken) ?? throw Missing(from, reference);
        if (source is { Digest: { } wanted, Tag: { } named })
            await RequireSameAsync(from, named, wanted, cancellationToken);
        var images = new List<ImageResult>();
        foreach (var image in BuildNaming.ResultsOf(names))
        {
            var copied = await CopyAsync(from, contents, image, request, context, cancellationToken);
            images.Add(copied);
        }

        return TaskOutcome<BuildResult>.Done(new BuildResult(images), names.Diagnostics);
    }

    private static async Task<ImageResult> CopyAsync(
        RegistryClient from, ImageContents contents, ImageResult image, BuildRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var changed = false;
        foreach (var place in OtherRun.PlacesOf(image, request, context))
        {
            foreach (var tag in image.Tags)
                changed |= (await place.ResolveAsync(tag, cancellationToken))?.Digest != contents.Digest;
            await new ImageCopy(from, place, context.Progress).CopyAsync(contents.Digest, image.Tags, cancellationToken);
        }

        var referrers = await from.ListReferrersAsync(contents.Digest, cancellationToken);
        return image with
        {
            Labels = new Dictionary<string, string>(),
            Annotations = [],
            Digest = contents.Digest,
            MediaType = contents.MediaType,
            Size = contents.Size,
            PlatformImages = contents.Platforms,
            Platforms = [.. contents.Platforms.Select(platform => platform.Platform)],
            ImageId = contents.Platforms is [var only] ? only.ImageId : null,
            Attached = [.. referrers.Select(referrer => new AttachedArtifact(referrer.ArtifactType ?? referrer.MediaType, referrer.Digest))],
            Pushed = request.Push && !request.DryRun,
            Changed = changed,
            Artifact = OtherRun.LayoutOf(image, request, context),
        };
    }

    private static ImageReference SourceOf(string text) => ImageReference.TryParse(text, out var reference)
        ? reference
        : throw TaskFailedException.Usage(
            UsageCodes.InputInvalid,
            $"'{text}' is not a reference to an image.",
            "Write it as ghcr.io/acme/web:1.4.2 or with a digest; credentials are not part of it.");

    // Of NAME:TAG@DIGEST the digest counts, and a tag that has moved on is not copied by accident.
    private static async Task RequireSameAsync(RegistryClient from, string tag, string digest, CancellationToken cancellationToken)
    {
        if (await from.ResolveAsync(tag, cancellationToken) is { } served && served.Digest != digest)
        {
            throw TaskFailedException.External(
                RegistryCodes.DigestMismatch,
                $"'{from.Repository}' serves {served.Digest} under '{tag}', not {digest}.",
                "Name the digest alone, or the tag alone.");
        }
    }

    private static TaskFailedException Missing(RegistryClient from, string reference) => TaskFailedException.External(
        RegistryCodes.ContentMissing, $"'{from.Repository}' has no image '{reference}'.", "Check the tag or digest, and whether it was pushed.");
}
