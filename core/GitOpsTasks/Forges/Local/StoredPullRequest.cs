namespace GitOpsTasks.Forges.Local;

/// <summary>A pull request as it was read from a store.</summary>
/// <param name="Content">The pull request.</param>
/// <param name="Version">Changes with every write; the store's own text.</param>
public sealed record StoredPullRequest(LocalPullRequest Content, string Version);
