namespace GitOpsTasks.Forges.GitHub;

/// <summary>A review that was given.</summary>
internal sealed record GitHubReview(GitHubNamed? User = null, string? State = null);
