namespace GitOpsTasks.Forges.GitHub;

/// <summary>A merge of a pull request whose branch is still at a commit.</summary>
internal sealed record GitHubMerge(string Sha, string MergeMethod);
