namespace GitOpsTasks.Trees;

/// <summary>An edit to be taken to a branch.</summary>
/// <param name="Branch">The branch to move, without <c>refs/heads/</c>.</param>
/// <param name="Edit">The edit; run again on each new tip.</param>
/// <param name="Plan">What the edit is given besides the tree.</param>
/// <param name="Message">The commit message for the changes the edit came to.</param>
public sealed record CommitRequest(string Branch, TreeEdit Edit, Plan Plan, Func<ChangeSet, string> Message)
{
    /// <summary>
    /// The branch whose tip the edit runs on, where it is another than <see cref="Branch"/>: the base of a pull request.
    /// The result is then committed with the tips of both as parents, so that nobody's commit on the branch is lost.
    /// </summary>
    public string? Base { get; init; }

    /// <summary>
    /// Commits also where the branch holds the changes already, unless its tip comes right from the tip of <see cref="Base"/>:
    /// the branch then takes in what its base has become.
    /// </summary>
    public bool TakesInBase { get; init; }

    /// <summary>Checks the tree as it would become; an error keeps it from being committed.</summary>
    public TreeCheck? Gate { get; init; }

    /// <summary>Starts the branch from nothing where it does not exist, as in a repository without commits.</summary>
    public bool CreatesBranch { get; init; }

    /// <summary>How long it is tried again where others write too.</summary>
    public RetryLimits Retry { get; init; } = RetryLimits.Default;

    /// <summary>Who wrote the change; null for whom the environment and git's configuration name.</summary>
    public CommitIdentity? Author { get; init; }

    /// <summary>Who committed it; null for whom the environment and git's configuration name.</summary>
    public CommitIdentity? Committer { get; init; }

    /// <summary>Works out the changes without writing anything.</summary>
    public bool DryRun { get; init; }
}
