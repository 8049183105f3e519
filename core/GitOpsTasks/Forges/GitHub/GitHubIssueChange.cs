namespace GitOpsTasks.Forges.GitHub;

/// <summary>What is changed of a pull request as an issue; null leaves it.</summary>
internal sealed record GitHubIssueChange(int? Milestone = null, IReadOnlyList<string>? Assignees = null);
