namespace GitOpsTasks.Forges.GitHub;

/// <summary>A label by its name, a user by their login, a team by its slug.</summary>
internal sealed record GitHubNamed(string? Name = null, string? Login = null, string? Slug = null);
