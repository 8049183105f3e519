using System.Text.Json;

namespace GitOpsTasks.Edits.Flux;

/// <summary>A comment that gives a scalar to an image policy: <c># {"$imagepolicy": "flux-system:web:tag"}</c>.</summary>
/// <param name="Policy">Namespace and name, with a colon between them.</param>
/// <param name="Part">What the scalar holds: <c>tag</c>, <c>name</c> or <c>digest</c>; null for the whole reference.</param>
internal sealed record PolicyMarker(string Policy, string? Part)
{
    /// <summary>Reads a comment; null where it is anything else than one object of texts with the key.</summary>
    public static PolicyMarker? Read(string comment)
    {
        var text = comment.TrimStart('#').Trim();
        if (!text.StartsWith('{') || !text.Contains("\"$imagepolicy\"", StringComparison.Ordinal))
            return null;
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.EnumerateObject().All(field => field.Value.ValueKind == JsonValueKind.String)
                && json.RootElement.TryGetProperty("$imagepolicy", out var value)
                ? Of(value.GetString()!.Split(':'))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PolicyMarker? Of(string[] parts) => parts switch
    {
        [{ Length: > 0 } space, { Length: > 0 } name] => new PolicyMarker($"{space}:{name}", null),
        [{ Length: > 0 } space, { Length: > 0 } name, "tag" or "name" or "digest"] => new PolicyMarker($"{space}:{name}", parts[2]),
        _ => null,
    };
}
