namespace GitOpsTasks.Build;

/// <summary>What the build task did.</summary>
/// <param name="Images">The images, in the order of the configuration.</param>
public sealed record BuildResult(IReadOnlyList<ImageResult> Images);
