using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>
/// Diagnostics as JSON: objects of <c>code</c>, <c>severity</c>, <c>message</c>, <c>advice</c>, <c>file</c>, <c>line</c>,
/// <c>column</c>, <c>endLine</c>, <c>endColumn</c> and <c>rule</c>. All are always there; what is not known is null.
/// </summary>
public static class DiagnosticJson
{
    /// <summary>Writes the diagnostics as one JSON document, an array.</summary>
    public static void WriteDocument(IReadOnlyList<Diagnostic> diagnostics, TextWriter output) =>
        output.Write(ReportJson.Document(writer => Write(writer, diagnostics)));

    /// <summary>Writes the diagnostics as one JSON array.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Diagnostic> diagnostics)
    {
        writer.WriteStartArray();
        foreach (var diagnostic in diagnostics)
            Write(writer, diagnostic);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Diagnostic diagnostic)
    {
        var place = diagnostic.Place;
        writer.WriteStartObject();
        writer.WriteString("code", diagnostic.Code);
        writer.WriteString("severity", diagnostic.Severity.Name());
        writer.WriteString("message", diagnostic.Message);
        writer.WriteString("advice", diagnostic.Advice);
        writer.WriteString("file", place?.File);
        WriteNumber(writer, "line", place?.Line);
        WriteNumber(writer, "column", place?.Column);
        WriteNumber(writer, "endLine", place?.EndLine);
        WriteNumber(writer, "endColumn", place?.EndColumn);
        writer.WriteString("rule", diagnostic.Rule);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is > 0)
            writer.WriteNumber(name, number.Value);
        else
            writer.WriteNull(name);
    }
}
