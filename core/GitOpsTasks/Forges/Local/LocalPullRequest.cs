using System.Text.Json.Serialization;

namespace GitOpsTasks.Forges.Local;

/// <summary>A pull request as it is kept in a repository, as JSON.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Head">The branch with the change.</param>
/// <param name="Base">The branch it is to be merged into.</param>
public sealed record LocalPullRequest(int Number, string Title, string Body, string Head, string Base)
{
    /// <summary>Where it is in its life, as it was last written.</summary>
    public PullRequestState State { get; init; }

    /// <summary>Whether it is a draft.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDraft { get; init; }

    /// <summary>Labels, ordered by name.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Who is to look at it, ordered by name; null for nobody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Reviewers { get; init; }

    /// <summary>Whom it is assigned to, ordered by name; null for nobody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Assignees { get; init; }

    /// <summary>The commit of its branch when it was closed; null while it is open.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClosedAt { get; init; }

    /// <summary>What was said about it, oldest first.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];
}
