using System.Text.Json.Serialization;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>A GraphQL mutation of one pull request. Variables keep their names as they are.</summary>
internal sealed record GitHubMutation(
    [property: JsonPropertyName("query")] string Query, [property: JsonPropertyName("variables")] IReadOnlyDictionary<string, string> Variables);
