namespace GitOpsTasks.Bump;

/// <summary>What a bump came to.</summary>
/// <param name="Changed">Whether any file differs.</param>
/// <param name="Edits">The values that changed, in the order of files and lines.</param>
/// <param name="Commit">The commit that was pushed; null where none was.</param>
/// <param name="Branch">The branch that was pushed to; null where none was.</param>
/// <param name="Attempts">How many times the edit was run; more than 1 where other writers were first.</param>
/// <param name="Diff">The unified diff; null where not asked for.</param>
public sealed record BumpResult(
    bool Changed, IReadOnlyList<BumpedField> Edits, string? Commit, string? Branch, int Attempts, string? Diff);
