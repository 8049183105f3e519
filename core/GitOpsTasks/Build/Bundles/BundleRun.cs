using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Bundles;

/// <summary>Packs a folder of manifests and takes it to repositories, from where Flux's OCIRepository pulls it.</summary>
internal static class BundleRun
{
    /// <summary>Packs and pushes; a tag that names the same bundle already is left alone.</summary>
    /// <exception cref="TaskFailedException">An input is missing, there is nothing to pack, or a registry failed.</exception>
    public static async Task<TaskOutcome<BuildResult>> RunAsync(BuildRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        OtherRun.Check(request, "artifact", request.CopyFrom is null ? null : "copy-from");
        var (names, happened) = await BuildNaming.NameImagesAsync(request, context, cancellationToken);
        OtherRun.RequireTags(names, request);
        var folder = context.Resolve(request.Bundle!);
        using var scratch = new ScratchDirectory(context, "bundle");
        var origin = await BundleOrigin.OfAsync(folder, happened, context, cancellationToken);
        var bundle = await FluxBundle.PackAsync(folder, Path.Combine(scratch.FullPath, "bundle.tar.gz"), origin, cancellationToken);
        var manifest = bundle.ToManifest().Descriptor;
        var images = new List<ImageResult>();
        foreach (var image in BuildNaming.ResultsOf(names))
        {
            using var step = context.Progress.Begin($"push {folder} to {image.Repository}");
            var changed = false;
            foreach (var place in OtherRun.PlacesOf(image, request, context))
                changed |= await PushAsync(bundle, manifest, place, names.TagNames, step, cancellationToken);
            images.Add(image with
            {
                Labels = new Dictionary<string, string>(),
                Annotations = [.. bundle.Annotations.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"manifest:{pair.Key}={pair.Value}")],
                Digest = manifest.Digest,
                MediaType = manifest.MediaType,
                Size = manifest.Size + bundle.Config.Descriptor.Size + bundle.Files.Sum(file => file.Descriptor.Size),
                Pushed = request.Push && !request.DryRun,
                Changed = changed,
                Artifact = OtherRun.LayoutOf(image, request, context),
            });
            step.Complete(changed ? $"pushed {images[^1].Reference}" : $"nothing to push: {images[^1].Reference}");
        }

        return TaskOutcome<BuildResult>.Done(new BuildResult(images), names.Diagnostics);
    }

    private static async Task<bool> PushAsync(
        OciArtifact bundle, OciDescriptor manifest, IRegistry place, IReadOnlyList<string> tags, IProgressStep step, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        foreach (var tag in tags)
        {
            if ((await place.ResolveAsync(tag, cancellationToken))?.Digest != manifest.Digest)
                missing.Add(tag);
        }

        if (missing.Count > 0)
            await bundle.PushAsync(place, missing, step, cancellationToken);
        return missing.Count > 0;
    }
}
