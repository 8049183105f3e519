namespace GitOpsTasks.Forges.GitHub;

/// <summary>Labels to add.</summary>
internal sealed record GitHubLabels(IReadOnlyList<string> Labels);
