namespace GitOpsTasks.Forges.GitHub;

/// <summary>A token of an App's installation.</summary>
/// <param name="Value">The token; never shown.</param>
/// <param name="ExpiresAt">When it stops working.</param>
internal sealed record GitHubAppToken(string Value, DateTimeOffset ExpiresAt)
{
    /// <summary>The type alone.</summary>
    public override string ToString() => nameof(GitHubAppToken);
}
