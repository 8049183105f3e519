using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build;

/// <summary>Builds images and takes them to where they go.</summary>
public interface IImageBuilder
{
    /// <summary>Builds one image.</summary>
    /// <param name="plan">The image.</param>
    /// <param name="destination">Where it goes.</param>
    /// <param name="progress">The step of this image.</param>
    /// <param name="cancellationToken">Cancels building and pushing.</param>
    /// <exception cref="TaskFailedException">The image cannot be built, or not pushed.</exception>
    Task<ImageResult> BuildAsync(
        ImagePlan plan, ImageDestination destination, IProgressStep progress, CancellationToken cancellationToken);
}
