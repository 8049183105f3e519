namespace GitOpsTasks.Forges.Repository;

/// <summary>How a commit stands to another.</summary>
/// <param name="Ahead">How many commits it has that the other has not.</param>
/// <param name="Behind">How many the other has that it has not.</param>
/// <param name="Ancestor">The commit both come from.</param>
/// <param name="Commits">Those it is ahead by, newest first, as far as they are told.</param>
internal sealed record ForgeComparison(int Ahead, int Behind, ForgeCommit Ancestor, IReadOnlyList<ForgeLogEntry> Commits);
