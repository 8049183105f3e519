namespace GitOpsTasks.Forges.GitHub;

/// <summary>That a pull request is to be merged once it may.</summary>
internal sealed record GitHubAutoMerge(string? MergeMethod = null);
