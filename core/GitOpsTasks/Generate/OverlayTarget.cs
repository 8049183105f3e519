using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate;

/// <summary>Where one environment's overlay goes.</summary>
/// <param name="Environment">The environment's name.</param>
/// <param name="Path">The folder of the overlay.</param>
public sealed record OverlayTarget(string Environment, TreePath Path);
