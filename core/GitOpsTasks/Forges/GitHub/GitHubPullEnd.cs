namespace GitOpsTasks.Forges.GitHub;

/// <summary>One end of a pull request; the repository is missing where a fork was deleted.</summary>
internal sealed record GitHubPullEnd(string Ref, string Sha, GitHubRepositoryName? Repo = null);
