namespace GitOpsTasks.Forges.Local;

/// <summary>What a store held at one moment.</summary>
/// <param name="PullRequests">All of them, open or not, ordered by number.</param>
/// <param name="Branches">Commit ids at the tips of the branches, by name without <c>refs/heads/</c>.</param>
public sealed record PullRequestSnapshot(
    IReadOnlyList<StoredPullRequest> PullRequests, IReadOnlyDictionary<string, string> Branches);
