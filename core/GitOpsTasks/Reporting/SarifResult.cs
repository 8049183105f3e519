using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>One finding as a result of a SARIF log.</summary>
internal static class SarifResult
{
    /// <summary>Writes the result.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="rule">The index of its rule.</param>
    /// <param name="fingerprint">What stays the same when lines are added above it.</param>
    public static void Write(Utf8JsonWriter writer, Diagnostic finding, int rule, string fingerprint)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Code);
        writer.WriteNumber("ruleIndex", rule);
        writer.WriteString("level", finding.Severity.Name());
        writer.WriteStartObject("message");
        writer.WriteString("text", finding.Advice is null ? finding.Message : $"{finding.Message} {finding.Advice}");
        writer.WriteEndObject();
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", UriOf(finding.Place?.File));
        writer.WriteEndObject();
        WriteRegion(writer, finding);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("primaryLocationLineHash", fingerprint);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // On one line: an annotation of a pull request shows only where all its lines are in the change.
    private static void WriteRegion(Utf8JsonWriter writer, Diagnostic finding)
    {
        var place = finding.Place;
        var column = Math.Max(1, place?.Column ?? 1);
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", Math.Max(1, place?.Line ?? 1));
        writer.WriteNumber("startColumn", column);
        if (place is { Line: > 0 } && place.EndLine == place.Line)
            writer.WriteNumber("endColumn", Math.Max(column + 1, place.EndColumn));
        writer.WriteEndObject();
    }

    // A relative reference; a finding about no file is about the folder.
    private static string UriOf(string? file) =>
        string.IsNullOrEmpty(file) ? "." : string.Join('/', file.Split('/').Select(Uri.EscapeDataString));
}
