using GitOpsTasks.Trees;

namespace GitOpsTasks.Forges.Repository;

/// <summary>A commit to be made, and the branch to be moved to it.</summary>
/// <param name="Branch">The branch, without <c>refs/heads/</c>.</param>
/// <param name="Expected">The tip of the branch that was read; null where there was no such branch, which is then made.</param>
/// <param name="BaseTree">The root folder the changes are made to; null for an empty one.</param>
/// <param name="Parents">The parents, in their order.</param>
/// <param name="Files">The changed files.</param>
/// <param name="Message">The whole message.</param>
internal sealed record ForgeChange(
    string Branch, string? Expected, string? BaseTree, IReadOnlyList<string> Parents, IReadOnlyList<FileChange> Files, string Message)
{
    /// <summary>The author; null for whom the token stands for.</summary>
    public ForgeSignature? Author { get; init; }

    /// <summary>
    /// The committer; null for the author, or where that is null too, for whom the token stands for: the forge then signs
    /// the commit, if the token is an App's or a workflow's.
    /// </summary>
    public ForgeSignature? Committer { get; init; }
}
