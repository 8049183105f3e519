using System.Text.Json;

namespace GitOpsTasks.Forges.Azure;

/// <summary>When people voted on a pull request: each vote leaves a comment of the server's own, by who voted.</summary>
/// <param name="api">Sends requests.</param>
internal sealed class AzureVotes(AzureApi api)
{
    /// <summary>The times of the last votes, by the ids of people.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> TimesAsync(int number, CancellationToken cancellationToken)
    {
        var answer = await api.ReadAsync($"pullrequests/{number}/threads", $"read the votes on pull request {number}", cancellationToken);
        var votes = answer.Read(json => json.GetProperty("value").EnumerateArray().Where(IsVote).Select(thread => (Id: VoterOf(thread), Time: thread.GetProperty("publishedDate").GetDateTimeOffset())).ToList());
        return votes.Where(vote => vote.Id.Length > 0).GroupBy(vote => vote.Id).ToDictionary(group => group.Key, group => group.Max(vote => vote.Time));
    }

    private static bool IsVote(JsonElement thread) =>
        thread.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
        && properties.TryGetProperty("CodeReviewThreadType", out var type) && type.ValueKind == JsonValueKind.Object && AzurePull.Text(type, "$value") == "VoteUpdate";

    // Anybody may write comments and properties of threads, but nobody one of the kind "system".
    private static string VoterOf(JsonElement thread) =>
        thread.TryGetProperty("comments", out var comments) && comments.ValueKind == JsonValueKind.Array
        && comments.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } comment
        && AzurePull.Text(comment, "commentType") == "system" && comment.TryGetProperty("author", out var author)
            ? AzurePull.Text(author, "id")
            : "";
}
