using System.Text.Json;

namespace GitOpsTasks.Forges.Azure;

/// <summary>Comments on a pull request, each a thread that is closed: an open one would keep it from being completed where a policy asks for that.</summary>
/// <param name="api">Sends requests.</param>
internal sealed class AzureThreads(AzureApi api)
{
    /// <summary>Says something; written once however often this is repeated.</summary>
    public async Task SayAsync(int number, string text, CancellationToken cancellationToken)
    {
        var comment = AzureText.Fit(text, AzureText.LongestComment);
        api.Succeeded(await api.RepeatAsync(token => SayOnceAsync(number, comment, token), cancellationToken), $"comment on pull request {number}");
    }

    // Looks before it writes, at every attempt: a comment whose reply was lost is there and not written again.
    private async Task<AzureAnswer> SayOnceAsync(int number, string text, CancellationToken cancellationToken)
    {
        var path = $"pullrequests/{number}/threads";
        var answer = await api.SendOnceAsync(HttpMethod.Get, path, null, cancellationToken);
        if (!answer.Succeeded || answer.Read(json => json.GetProperty("value").EnumerateArray().Any(thread => Says(thread, text))))
            return answer;
        var body = AzureBody.Of(json =>
        {
            json.WriteStartArray("comments");
            json.WriteStartObject();
            json.WriteNumber("parentCommentId", 0);
            json.WriteString("content", text);
            json.WriteString("commentType", "text");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("status", "closed");
        });
        return await api.SendOnceAsync(HttpMethod.Post, path, body, cancellationToken);
    }

    private static bool Says(JsonElement thread, string text) =>
        thread.TryGetProperty("comments", out var comments) && comments.ValueKind == JsonValueKind.Array
        && comments.EnumerateArray().Any(comment => AzurePull.Text(comment, "content") == text);
}
