using System.Text.Json;

namespace GitOpsTasks.Forges.Azure;

/// <summary>The body of a refusal: a message that begins with a code such as <c>TF401179</c>, and the kind of the error.</summary>
/// <param name="Message">What was said, on one line; empty where the body is none of the API's.</param>
/// <param name="Kind">The kind, such as <c>GitPullRequestExistsException</c>; empty where none was said.</param>
internal sealed record AzureProblem(string Message, string Kind)
{
    private const int MostShown = 300;

    /// <summary>Reads a body that may be anything.</summary>
    public static AzureProblem Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object ? new AzureProblem(OneLine(Text(root, "message")), Text(root, "typeKey")) : new AzureProblem("", "");
        }
        catch (JsonException)
        {
            return new AzureProblem("", "");
        }
    }

    /// <summary>Whether the message or the kind has these words.</summary>
    public bool Says(string words) =>
        Message.Contains(words, StringComparison.OrdinalIgnoreCase) || Kind.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override string ToString() => Message;

    // A message of several lines is one of a parameter: "Invalid argument value.\r\nParameter name: ...".
    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).TrimEnd('.');
        return line.Length > MostShown ? line[..MostShown] + "..." : line;
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
