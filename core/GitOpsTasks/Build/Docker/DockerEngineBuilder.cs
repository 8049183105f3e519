using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Docker;

/// <summary>
/// Builds from a Dockerfile with the Docker Engine, and lets it push. The digest reported is the one the engine names
/// and the registry confirms, for all tags the same.
/// </summary>
public sealed class DockerEngineBuilder(EngineContext context) : IImageBuilder
{
    /// <inheritdoc />
    public async Task<ImageResult> BuildAsync(
        ImagePlan plan, ImageDestination destination, IProgressStep progress, CancellationToken cancellationToken)
    {
        var sources = BuildSources.Find(plan.Spec, context);
        using var engine = new DockerEngine(context);
        await engine.ConnectAsync(cancellationToken);
        var id = await new DockerBuild(context, engine).RunAsync(plan, sources, progress, cancellationToken);
        var result = await InspectAsync(plan.Result with { ImageId = id }, engine, id, cancellationToken);
        return destination.Push ? await PushAsync(plan, result, engine, progress, cancellationToken) : result;
    }

    private async Task<ImageResult> PushAsync(
        ImagePlan plan, ImageResult result, DockerEngine engine, IProgressStep progress, CancellationToken cancellationToken)
    {
        var push = new DockerPush(context, engine);
        string? digest = null;
        foreach (var tag in plan.Tags.Tags)
        {
            using var step = progress.Begin($"push {plan.Spec.Repository}:{tag}");
            var (served, changed) = await push.RunAsync(plan.Spec.Repository, result.ImageId!, tag, step, cancellationToken);
            if (digest is not null && digest != served.Digest)
                throw Differs(plan.Spec.Repository, digest, tag, served.Digest);
            digest = served.Digest;
            result = result with { Pushed = true, Changed = result.Changed || changed };
        }

        return digest is null
            ? result
            : await new PublishedImage(new RegistryClient(context, plan.Spec.Repository)).DescribeAsync(result, digest, cancellationToken);
    }

    private static async Task<ImageResult> InspectAsync(
        ImageResult result, DockerEngine engine, string id, CancellationToken cancellationToken)
    {
        using var image = await engine.GetAsync($"images/{id}/json", cancellationToken);
        var platform = PublishedImage.PlatformIn(image.RootElement, "Os", "Architecture", "Variant");
        return platform is null
            ? result
            : result with { Platforms = [platform], PlatformImages = [new PlatformImage(platform) { ImageId = id }] };
    }

    private static TaskFailedException Differs(string repository, string first, string tag, string second) => TaskFailedException.External(
        RegistryCodes.DigestMismatch,
        $"'{repository}' serves {second} under '{tag}', and {first} under the tag before it: one image with two digests.",
        "Push again; if it stays so, use 'builder: buildx'.");
}
