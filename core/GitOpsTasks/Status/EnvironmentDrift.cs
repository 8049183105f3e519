namespace GitOpsTasks.Status;

/// <summary>How two environments of an application differ beside what is promoted.</summary>
/// <param name="Apps">The application; several where they share the folders.</param>
/// <param name="From">The environment before.</param>
/// <param name="To">The environment after it.</param>
/// <param name="Differences">By file, in the order they stand.</param>
public sealed record EnvironmentDrift(IReadOnlyList<string> Apps, string From, string To, IReadOnlyList<DriftDifference> Differences);
