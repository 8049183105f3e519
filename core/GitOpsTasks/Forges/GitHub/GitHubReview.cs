namespace GitOpsTasks.Forges.GitHub;

/// <summary>A review that was given, and the commit it was given to.</summary>
internal sealed record GitHubReview(GitHubNamed? User = null, string? State = null, string? CommitId = null, string? AuthorAssociation = null);
