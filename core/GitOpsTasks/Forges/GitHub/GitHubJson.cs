using System.Text.Json.Serialization;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>The JSON of the API, read and written without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GitHubPull))]
[JsonSerializable(typeof(IReadOnlyList<GitHubPull>))]
[JsonSerializable(typeof(GitHubNewPull))]
[JsonSerializable(typeof(GitHubPullChange))]
[JsonSerializable(typeof(GitHubLabels))]
[JsonSerializable(typeof(IReadOnlyList<GitHubMilestone>))]
[JsonSerializable(typeof(IReadOnlyList<GitHubReview>))]
[JsonSerializable(typeof(GitHubReviewers))]
[JsonSerializable(typeof(GitHubIssueChange))]
[JsonSerializable(typeof(GitHubMerge))]
[JsonSerializable(typeof(GitHubMutation))]
[JsonSerializable(typeof(GitHubComment))]
[JsonSerializable(typeof(IReadOnlyList<GitHubComment>))]
internal sealed partial class GitHubJson : JsonSerializerContext;
