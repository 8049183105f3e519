using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GitOpsTasks.Reporting;

/// <summary>How JSON for people, tools and logs is written.</summary>
internal static class ReportJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// One indented JSON document with a line end after it. Each <c>#</c>, which can only stand inside a string, is written
    /// as its JSON escape: that means the same, and no agent finds a command such as <c>##vso[</c> in it.
    /// </summary>
    public static string Document(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        var text = Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        return text.Replace("#", "\\u0023", StringComparison.Ordinal) + "\n";
    }
}
