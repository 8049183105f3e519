namespace GitOpsTasks.Forges.GitHub;

/// <summary>A comment.</summary>
internal sealed record GitHubComment(string? Body = null);
