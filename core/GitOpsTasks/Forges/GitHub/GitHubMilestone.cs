namespace GitOpsTasks.Forges.GitHub;

/// <summary>A milestone.</summary>
internal sealed record GitHubMilestone(int Number, string Title);
