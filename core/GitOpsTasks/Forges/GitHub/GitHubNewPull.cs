namespace GitOpsTasks.Forges.GitHub;

/// <summary>What a pull request is made from.</summary>
internal sealed record GitHubNewPull(string Title, string Body, string Head, string Base, bool? Draft = null);
