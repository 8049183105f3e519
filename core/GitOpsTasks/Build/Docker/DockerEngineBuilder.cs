using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Docker;

/// <summary>
/// Builds from a Dockerfile with the Docker Engine, and lets it push. The digest reported is the one the engine names
/// and the registry confirms.
/// </summary>
public sealed class DockerEngineBuilder(EngineContext context) : IImageBuilder
{
    /// <inheritdoc />
    public async Task<ImageResult> BuildAsync(
        ImagePlan plan, ImageDestination destination, IProgressStep progress, CancellationToken cancellationToken)
    {
        using var engine = new DockerEngine(context);
        await engine.ConnectAsync(cancellationToken);
        var id = await new DockerBuild(context, engine).RunAsync(plan, progress, cancellationToken);
        var result = plan.Result with { ImageId = id, Platforms = [await PlatformAsync(engine, id, cancellationToken)] };
        if (!destination.Push)
            return result;
        var push = new DockerPush(context, engine);
        foreach (var tag in plan.Tags.Tags)
        {
            using var step = progress.Begin($"push {plan.Spec.Repository}:{tag}");
            var (descriptor, changed) = await push.RunAsync(plan.Spec.Repository, id, tag, step, cancellationToken);
            result = result with
            {
                Digest = descriptor.Digest,
                MediaType = descriptor.MediaType,
                Pushed = true,
                Changed = result.Changed || changed,
            };
        }

        return result;
    }

    private static async Task<string> PlatformAsync(DockerEngine engine, string id, CancellationToken cancellationToken)
    {
        using var image = await engine.GetAsync($"images/{id}/json", cancellationToken);
        var root = image.RootElement;
        var variant = root.TryGetProperty("Variant", out var value) ? value.GetString() : null;
        return new OciPlatform(
            root.GetProperty("Os").GetString() ?? "",
            root.GetProperty("Architecture").GetString() ?? "",
            string.IsNullOrEmpty(variant) ? null : variant).ToString();
    }
}
