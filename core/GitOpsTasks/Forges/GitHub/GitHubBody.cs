using System.Text.Json;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>Bodies of requests that are written member by member, as a null among them means something.</summary>
internal static class GitHubBody
{
    /// <summary>A JSON object.</summary>
    /// <param name="write">Writes its members.</param>
    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
