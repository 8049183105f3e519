using System.Text.Json;

namespace GitOpsTasks.Forges.Azure;

/// <summary>A pull request as the API tells it, as far as it is used.</summary>
/// <param name="Shown">What every forge has of it.</param>
/// <param name="CreatorId">The identity of who opened it; empty where it is not told.</param>
/// <param name="MergeState">How far its merge is, such as <c>succeeded</c>, <c>conflicts</c> or <c>rejectedByPolicy</c>.</param>
/// <param name="IsFromFork">Whether its branch is of a fork.</param>
internal sealed record AzurePull(PullRequest Shown, string CreatorId, string MergeState, bool IsFromFork)
{
    private const string Heads = "refs/heads/";

    /// <summary>Lists tell no more than this of a description.</summary>
    private const int ListedLength = 400;

    /// <summary>Whether the body may go on beyond what a list tells of it.</summary>
    public bool IsCut => Shown.Body.Length >= ListedLength;

    /// <summary>Reads one.</summary>
    public static AzurePull Of(JsonElement json, AzureRepository repository)
    {
        var number = json.GetProperty("pullRequestId").GetInt32();
        var shown = new PullRequest(
            number,
            $"{repository.Web}/pullrequest/{number}",
            Text(json, "title"),
            Text(json, "description"),
            Branch(json, "sourceRefName"),
            Branch(json, "targetRefName"),
            StateOf(Text(json, "status")),
            Member(json, "lastMergeSourceCommit") is { } commit ? Text(commit, "commitId") : "")
        {
            IsDraft = Member(json, "isDraft") is { ValueKind: JsonValueKind.True },
            IsMergedByItself = Member(json, "autoCompleteSetBy") is { } setter && Text(setter, "id").Length > 0,
        };
        return new AzurePull(shown, Member(json, "createdBy") is { } creator ? Text(creator, "id") : "", Text(json, "mergeStatus"), Member(json, "forkSource") is not null);
    }

    /// <summary>A text of an object; empty where it has none.</summary>
    public static string Text(JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() ?? "" : "";

    /// <summary>The ref of a branch.</summary>
    public static string RefOf(string branch) => Heads + branch;

    private static JsonElement? Member(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string Branch(JsonElement json, string name) =>
        Text(json, name) is var full && full.StartsWith(Heads, StringComparison.Ordinal) ? full[Heads.Length..] : throw new FormatException($"'{name}' is no branch.");

    private static PullRequestState StateOf(string status) => status switch
    {
        "active" => PullRequestState.Open,
        "completed" => PullRequestState.Merged,
        _ => PullRequestState.Closed,
    };
}
