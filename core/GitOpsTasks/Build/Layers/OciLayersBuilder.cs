using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>
/// Builds images from folders without a daemon, on an empty base. The same files give the same digest, whatever their
/// times, owners and place: file times are SOURCE_DATE_EPOCH, or 1970 where that is not set. The image id is the same on
/// every machine; the digest covers the compressed layers too, and so is the same for one version of the .NET runtime.
/// </summary>
public sealed class OciLayersBuilder(EngineContext context) : IImageBuilder
{
    private static readonly OciPlatform DefaultPlatform = new("linux", "amd64");

    /// <inheritdoc />
    public async Task<ImageResult> BuildAsync(
        ImagePlan plan, ImageDestination destination, IProgressStep progress, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchDirectory(context, "layers");
        var layers = await BuildLayersAsync(plan.Spec, scratch, progress, cancellationToken);
        var platform = OciPlatform.TryParse(plan.Spec.Platforms is [var first, ..] ? first : "") ?? DefaultPlatform;
        var config = ImageDocuments.Config(plan, platform, layers);
        var image = new BuiltImage(
            ImageDocuments.Manifest(config.Descriptor, layers), [.. layers.Select(layer => layer.Blob), config]);
        var changed = false;
        if (destination.Artifact is { } folder)
            changed |= await image.PushAsync(new OciLayout(folder), plan.Tags.Tags, progress, cancellationToken);
        if (destination.Push)
        {
            var registry = new RegistryClient(context, plan.Spec.Repository);
            changed |= await image.PushAsync(registry, plan.Tags.Tags, progress, cancellationToken);
        }

        return plan.Result with
        {
            Digest = image.Manifest.Descriptor.Digest,
            MediaType = image.Manifest.Descriptor.MediaType,
            Platforms = [platform.ToString()],
            ImageId = config.Descriptor.Digest,
            Pushed = destination.Push,
            Changed = changed,
            Artifact = destination.Artifact,
        };
    }

    private async Task<IReadOnlyList<BuiltLayer>> BuildLayersAsync(
        ImageSpec spec, ScratchDirectory scratch, IProgressStep progress, CancellationToken cancellationToken)
    {
        var folder = context.Resolve(spec.Context);
        var time = SourceDate.From(context) ?? DateTimeOffset.UnixEpoch;
        var layers = new List<BuiltLayer>();
        var wanted = spec.Layers?.Layers ?? [];
        foreach (var layer in wanted)
        {
            progress.Report($"layer {layers.Count + 1} of {wanted.Count}", (double)layers.Count / wanted.Count);
            var file = Path.Combine(scratch.FullPath, $"{layers.Count}.tar.gz");
            layers.Add(await LayerArchive.BuildAsync(layer, folder, file, time, cancellationToken));
        }

        return layers;
    }
}
