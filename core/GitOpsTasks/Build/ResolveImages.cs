using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build;

/// <summary>
/// Fills in <see cref="BuildRequest.Images"/> and <see cref="BuildRequest.Event"/> from configuration and git: what
/// the build task cannot know of itself. All images are given; the task picks those asked for by name.
/// </summary>
/// <param name="request">The request as a host gave it.</param>
/// <param name="context">The world around.</param>
/// <param name="cancellationToken">Cancels reading.</param>
public delegate Task<BuildRequest> ResolveImages(
    BuildRequest request, EngineContext context, CancellationToken cancellationToken);
