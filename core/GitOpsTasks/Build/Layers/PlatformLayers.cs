using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>Plans the layers of an image for each of its platforms. Folders that are the same for all are looked through once.</summary>
internal sealed class PlatformLayers(EngineContext context, ImagePlan plan, ProjectPublish publish)
{
    private readonly Dictionary<LayerSpec, LayerPlan> _planned = [];
    private readonly LayersSpec _spec = plan.Spec.Layers ?? new LayersSpec();
    private readonly string _folder = context.Resolve(plan.Spec.Context);

    /// <summary>What a person should know of them.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>The layers for a platform, and how they are run.</summary>
    public async Task<(IReadOnlyList<LayerPlan> Layers, LayersSpec Spec)> PlanAsync(
        OciPlatform platform, BasePlatform? below, CancellationToken cancellationToken)
    {
        var layers = _spec.Layers.Select(layer => FolderOf(layer, platform)).ToList();
        if (_spec.Project is not { } project)
            return (layers, _spec);
        var published = await publish.RunAsync(project, platform, ProjectImage.NeedsRuntime(project, below), cancellationToken);
        layers.AddRange(published.Layers(project.To, Time));
        return (layers, ProjectImage.Complete(_spec, published, below));
    }

    private DateTimeOffset Time => plan.Created ?? DateTimeOffset.UnixEpoch;

    private LayerPlan FolderOf(LayerSpec layer, OciPlatform platform)
    {
        var own = layer with { From = Fill(layer.From, platform) };
        if (_planned.TryGetValue(own, out var known))
            return known;
        var planned = new LayerPlan($"layer {own.From} in {own.To}", LayerEntries.Of(own, _folder), Time);
        Diagnostics.AddRange(LinkCheck.Of(planned, own));
        return _planned[own] = planned;
    }

    private static string Fill(string from, OciPlatform platform) => from
        .Replace("{os}", platform.Os, StringComparison.Ordinal)
        .Replace("{arch}", platform.Architecture, StringComparison.Ordinal)
        .Replace("{variant}", platform.Variant ?? "", StringComparison.Ordinal);
}
