using GitOpsTasks.Build;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Chain;

/// <summary>How a run of the chain went; where a step failed, the steps up to it.</summary>
/// <param name="Steps">The steps in the order they ran.</param>
public sealed record RunResult(IReadOnlyList<ChainStep> Steps)
{
    /// <summary>Whether any step wrote anything.</summary>
    public bool Changed => Steps.Any(step => step.Changed);

    /// <summary>The images that were built.</summary>
    public IReadOnlyList<ImageResult> Images { get; init; } = [];

    /// <summary>The promotions, one for each application and target environment.</summary>
    public IReadOnlyList<Promotion> Promotions { get; init; } = [];

    /// <summary>Address or path of the configuration repository; null where the run failed before it was known.</summary>
    public string? Repository { get; init; }
}
