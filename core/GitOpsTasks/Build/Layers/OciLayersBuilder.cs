using System.Collections.Concurrent;
using GitOpsTasks.Build.Attestations;
using GitOpsTasks.Build.Names;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>
/// Builds images from folders and projects without a daemon, on a base or on nothing. The same files give the same digest on
/// every machine, whatever their times, owners and place: file times are SOURCE_DATE_EPOCH or that of the commit, and compression
/// is the engine's own.
/// </summary>
public sealed class OciLayersBuilder(EngineContext context) : IImageBuilder
{
    private const int LayersAtOnce = 4;

    /// <summary>The platform where none is named.</summary>
    internal static OciPlatform DefaultPlatform { get; } = new("linux", "amd64");

    /// <inheritdoc />
    public async Task<ImageResult> BuildAsync(
        ImagePlan plan, ImageDestination destination, IProgressStep progress, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchDirectory(context, "layers");
        using var below = plan.Spec.Layers?.Base is { } name
            ? await BaseImage.OpenAsync(context, name, context.Resolve(plan.Spec.Context), cancellationToken)
            : null;
        if (below is not null)
            plan = OnBase(plan, below);
        var store = new LayerStore(context, scratch);
        var layers = new PlatformLayers(context, plan, new ProjectPublish(context, context.Resolve(plan.Spec.Context), scratch));
        var image = await BuildAsync(plan, below, layers, store, progress, cancellationToken);
        var attachments = await ImageAttachments.OfAsync(context, plan, image, below, cancellationToken);
        var result = image.Describe(plan.Result) with { Pushed = destination.Push, Artifact = destination.Artifact };
        var targets = new List<IRegistry>();
        if (destination.Artifact is { } folder)
            targets.Add(new OciLayout(folder, context.Time));
        if (destination.Push)
            targets.Add(new RegistryClient(context, plan.Spec.Repository));
        foreach (var target in targets)
        {
            result = result with { Changed = await image.PushAsync(target, plan.Tags.Tags, progress, cancellationToken) || result.Changed };
            result = result with { Attached = await Attachments.PushAsync(target, attachments, progress, cancellationToken) };
        }

        return result with { Diagnostics = [.. below?.Unpinned is { } warning ? [warning] : Array.Empty<Diagnostic>(), .. layers.Diagnostics] };
    }

    private static async Task<BuiltImage> BuildAsync(
        ImagePlan plan, BaseImage? below, PlatformLayers layers, LayerStore store, IProgressStep progress, CancellationToken cancellationToken)
    {
        var platforms = new List<(OciPlatform Platform, BasePlatform? Base, IReadOnlyList<LayerPlan> Layers, LayersSpec Spec)>();
        foreach (var wanted in WantedBy(plan.Spec))
        {
            var own = below is null ? null : await below.ForAsync(wanted, cancellationToken);
            var platform = wanted ?? own?.Platform ?? DefaultPlatform;
            var (planned, spec) = await layers.PlanAsync(platform, own, cancellationToken);
            platforms.Add((platform, own, planned, spec));
        }

        var built = await BuildAsync([.. platforms.SelectMany(platform => platform.Layers).Distinct()], store, progress, cancellationToken);
        var manifests = new ImageManifests(plan.Annotations);
        BuiltPlatform[] images =
        [
            .. platforms.Select(platform =>
            {
                BuiltLayer[] own = [.. platform.Layers.Select(layer => built[layer])];
                var config = ImageConfiguration.Of(plan, platform.Spec, platform.Platform, platform.Base, own);
                var baseLayers = platform.Base?.Layers ?? [];
                var all = baseLayers.Concat(own.Select(layer => layer.Blob)).Select(blob => blob.Descriptor);
                return new BuiltPlatform(manifests.ManifestOf(platform.Platform, config.Descriptor, all), config, baseLayers, own);
            }),
        ];
        return new BuiltImage(images, images is [var only] ? only.Manifest : manifests.IndexOf(images.Select(image => image.Manifest)), store);
    }

    private static async Task<IReadOnlyDictionary<LayerPlan, BuiltLayer>> BuildAsync(
        IReadOnlyList<LayerPlan> layers, LayerStore store, IProgressStep progress, CancellationToken cancellationToken)
    {
        var built = new ConcurrentDictionary<LayerPlan, BuiltLayer>(ReferenceEqualityComparer.Instance);
        var done = 0;
        var turn = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = LayersAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(layers, options, async (layer, token) =>
        {
            built[layer] = await store.BuildAsync(layer, token);
            lock (turn)
                progress.Report($"layer {++done} of {layers.Count}", (double)done / layers.Count);
        });
        return built;
    }

    private static IEnumerable<OciPlatform?> WantedBy(ImageSpec spec) =>
        spec.Platforms.Count == 0 ? [null] : spec.Platforms.Distinct().Select(OciPlatform.TryParse);

    // What the image is built on is told by labels and annotations, in the words of the OCI image specification.
    private static ImagePlan OnBase(ImagePlan plan, BaseImage below)
    {
        var facts = new Dictionary<string, string>
        {
            ["org.opencontainers.image.base.name"] = below.Name,
            ["org.opencontainers.image.base.digest"] = below.Digest,
        };
        var labels = new SortedDictionary<string, string>(plan.Labels.ToDictionary(), StringComparer.Ordinal);
        foreach (var (key, value) in facts)
            labels.TryAdd(key, value);
        return plan with
        {
            Labels = labels,
            Annotations = [.. facts.Select(fact => new ImageAnnotation("manifest", fact.Key, fact.Value)), .. plan.Annotations],
        };
    }
}
