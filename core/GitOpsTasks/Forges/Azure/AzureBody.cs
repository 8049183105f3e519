using System.Text.Json;

namespace GitOpsTasks.Forges.Azure;

/// <summary>Bodies of requests.</summary>
internal static class AzureBody
{
    /// <summary>A JSON object.</summary>
    /// <param name="write">Writes its members.</param>
    public static byte[] Of(Action<Utf8JsonWriter> write) => Write(json =>
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    });

    /// <summary>A JSON array of objects.</summary>
    /// <param name="items">What they are made of.</param>
    /// <param name="write">Writes the members of one.</param>
    public static byte[] OfEach<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            write(json);
        return stream.ToArray();
    }
}
