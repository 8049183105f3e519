using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace GitOpsTasks.Reporting;

/// <summary>How JSON for people, tools and logs is written.</summary>
internal static class ReportJson
{
    // A '#' is written as a JSON escape: it means the same, and no agent finds a command such as "##vso[" in it.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = WithoutHash() };

    /// <summary>One indented JSON document with a line end after it.</summary>
    public static string Document(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static JavaScriptEncoder WithoutHash()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacter('#');
        return JavaScriptEncoder.Create(settings);
    }
}
