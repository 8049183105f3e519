namespace GitOpsTasks.Generate;

/// <summary>What generating came to.</summary>
/// <param name="Changed">Whether any file differs from before; with <c>--check</c> or <c>--dry-run</c>, whether one would.</param>
/// <param name="Apps">The applications, in the order of the specs.</param>
/// <param name="Diff">The unified diff of the changes; null without <c>--diff</c> or <c>--check</c>.</param>
public sealed record GenerateResult(bool Changed, IReadOnlyList<GeneratedApp> Apps, string? Diff)
{
    /// <summary>Fields that stay as a bump or a person left them, though the spec has others.</summary>
    public IReadOnlyList<RegeneratedField> Kept { get; init; } = [];

    /// <summary>Fields that both the spec and a person changed; where there are any, nothing is written.</summary>
    public IReadOnlyList<RegeneratedField> Conflicts { get; init; } = [];
}
