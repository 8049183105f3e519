namespace GitOpsTasks.Generate;

/// <summary>What generating came to.</summary>
/// <param name="Changed">Whether any file differs from before; with <c>--check</c>, whether one would.</param>
/// <param name="Apps">The applications, in the order of the specs.</param>
/// <param name="Diff">The unified diff of what would change; null without <c>--check</c>.</param>
public sealed record GenerateResult(bool Changed, IReadOnlyList<GeneratedApp> Apps, string? Diff);
