namespace GitOpsTasks.Forges.GitHub;

/// <summary>A repository by <c>OWNER/NAME</c>.</summary>
internal sealed record GitHubRepositoryName(string FullName);
