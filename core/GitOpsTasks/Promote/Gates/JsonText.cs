using System.Text.Json;

namespace GitOpsTasks.Promote.Gates;

/// <summary>JSON that others wrote: what is not as expected is not there.</summary>
internal static class JsonText
{
    /// <summary>What is read of a document; the default where it is none, or not of the form that is read.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> content, Func<JsonElement, T?> read)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return default;
        }
    }

    /// <summary>A member that is a text, by its path; null where there is none.</summary>
    public static string? At(JsonElement element, params ReadOnlySpan<string> path) =>
        Member(element, path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A member by its path; null where there is none.</summary>
    public static JsonElement? Member(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element;
    }

    /// <summary>The items of a member that is a list; none where there is no such list.</summary>
    public static IReadOnlyList<JsonElement> Items(JsonElement element, params ReadOnlySpan<string> path) =>
        Member(element, path) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
}
