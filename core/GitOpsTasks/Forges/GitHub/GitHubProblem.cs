using System.Text.Json;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>
/// The body of a refusal. Every 422 has the message <c>Validation Failed</c>; what is wrong stands in the elements of
/// <c>errors</c>, which are texts or objects with a <c>message</c>, or with a <c>field</c> and a <c>code</c>.
/// </summary>
/// <param name="Messages">Everything that was said, the general message first; a field reads <c>head: invalid</c>.</param>
internal sealed record GitHubProblem(IReadOnlyList<string> Messages)
{
    private const int MaximumShown = 300;

    /// <summary>Reads a body that may be anything; what is no JSON object says nothing.</summary>
    public static GitHubProblem Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? From(document.RootElement) : new GitHubProblem([]);
        }
        catch (JsonException)
        {
            return new GitHubProblem([]);
        }
    }

    /// <summary>Whether one of the messages has these words.</summary>
    public bool Says(string words) => Messages.Any(m => m.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>The messages on one line, the general one only where there is no other.</summary>
    public override string ToString()
    {
        var text = string.Join("; ", Messages.Count > 1 ? Messages.Skip(1) : Messages).ReplaceLineEndings(" ");
        return text.Length > MaximumShown ? text[..MaximumShown] + "..." : text;
    }

    private static GitHubProblem From(JsonElement root)
    {
        var messages = new List<string>();
        if (Text(root, "message") is { } general)
            messages.Add(general);
        if (root.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array)
            messages.AddRange(errors.EnumerateArray().Select(Describe).OfType<string>());
        return new GitHubProblem(messages);
    }

    private static string? Describe(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.String => error.GetString(),
        JsonValueKind.Object => Text(error, "message") ?? $"{Text(error, "field")}: {Text(error, "code")}",
        _ => null,
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
