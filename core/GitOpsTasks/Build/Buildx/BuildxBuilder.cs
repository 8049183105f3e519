using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Buildx;

/// <summary>Builds from a Dockerfile with <c>docker buildx build</c>.</summary>
public sealed class BuildxBuilder(EngineContext context) : IImageBuilder
{
    /// <inheritdoc />
    public Task<ImageResult> BuildAsync(
        ImagePlan plan, ImageDestination destination, IProgressStep progress, CancellationToken cancellationToken) =>
        throw TaskFailedException.Usage(
            BuildCodes.DestinationNotSupported, $"The image '{plan.Spec.Name}' needs docker buildx in '{context.Directory}'.", "Use another builder.");
}
