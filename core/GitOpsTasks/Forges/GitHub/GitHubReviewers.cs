namespace GitOpsTasks.Forges.GitHub;

/// <summary>Who is asked for a review.</summary>
internal sealed record GitHubReviewers(IReadOnlyList<string> Reviewers, IReadOnlyList<string> TeamReviewers);
