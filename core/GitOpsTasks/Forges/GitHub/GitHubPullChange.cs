namespace GitOpsTasks.Forges.GitHub;

/// <summary>What is changed of a pull request; null leaves it.</summary>
internal sealed record GitHubPullChange(string? Title = null, string? Body = null, string? State = null);
