namespace GitOpsTasks.Bump;

/// <summary>What a bump came to.</summary>
/// <param name="Changed">Whether any file differs.</param>
/// <param name="Edits">The values that changed, in the order of files and lines.</param>
/// <param name="Commit">The commit that was pushed; null where none was.</param>
/// <param name="Branch">The branch that was pushed to; null where none was.</param>
/// <param name="Attempts">How many times the edit was run; more than 1 where other writers were first.</param>
/// <param name="Diff">The unified diff; null where not asked for.</param>
public sealed record BumpResult(
    bool Changed, IReadOnlyList<BumpedField> Edits, string? Commit, string? Branch, int Attempts, string? Diff)
{
    /// <summary>What the images were to become, in the grammar of <c>--image</c>, with all tags and digests that were looked up.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>Places that stay as they are, for they have a newer version already.</summary>
    public IReadOnlyList<SupersededPlace> Superseded { get; init; } = [];
}
