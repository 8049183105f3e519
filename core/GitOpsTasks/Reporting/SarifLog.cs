using System.Text.Json;

namespace GitOpsTasks.Reporting;

/// <summary>Findings as SARIF 2.1.0, within the limits of GitHub's code scanning.</summary>
public static class SarifLog
{
    /// <summary>GitHub refuses a run with more results.</summary>
    public const int MostResults = 25_000;

    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const int LongestText = 1024;

    /// <summary>The log as an indented JSON document. Where there are too many results, the most serious are kept.</summary>
    public static string Render(FindingReport report) => ReportJson.Document(writer => Write(writer, report));

    private static void Write(Utf8JsonWriter writer, FindingReport report)
    {
        var kept = Fingerprints.Of(report.Findings).OrderByDescending(found => found.Finding.Severity).Take(MostResults).ToList();
        var rules = kept.Select(found => found.Finding.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        writer.WriteStartObject();
        writer.WriteString("$schema", Schema);
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        WriteTool(writer, report, rules);
        writer.WriteStartObject("automationDetails");
        writer.WriteString("id", report.Part.Length == 0 ? "gitops-lint/" : $"gitops-lint/{report.Part.Trim('/')}/");
        writer.WriteEndObject();
        writer.WriteString("columnKind", "unicodeCodePoints");
        if (report.Findings.Count > kept.Count)
            WriteLeftOut(writer, report.Findings.Count - kept.Count);
        writer.WriteStartArray("results");
        foreach (var (finding, line, number) in kept)
            SarifResult.Write(writer, finding, rules.BinarySearch(finding.Code, StringComparer.Ordinal), $"{line}:{number}");
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter writer, FindingReport report, IReadOnlyList<string> rules)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "gitops lint");
        if (report.Version.Length > 0)
            writer.WriteString("version", report.Version);
        if (report.ToolUri.Length > 0)
            writer.WriteString("informationUri", report.ToolUri);
        writer.WriteStartArray("rules");
        foreach (var rule in rules.Select(report.RuleOf))
            WriteRule(writer, rule);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter writer, ReportedRule rule)
    {
        writer.WriteStartObject();
        writer.WriteString("id", rule.Code);
        writer.WriteString("name", rule.Name);
        WriteText(writer, "shortDescription", rule.Summary);
        WriteText(writer, "fullDescription", rule.Summary);
        if (rule.HelpUri.Length > 0)
            writer.WriteString("helpUri", rule.HelpUri);
        WriteText(writer, "help", rule.HelpUri.Length > 0 ? $"{rule.Summary} See {rule.HelpUri}" : rule.Summary);
        writer.WriteStartObject("properties");
        writer.WriteString("precision", "high");
        writer.WriteStartArray("tags");
        if (rule.Tag.Length > 0)
            writer.WriteStringValue(rule.Tag);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteLeftOut(Utf8JsonWriter writer, int count)
    {
        writer.WriteStartArray("invocations");
        writer.WriteStartObject();
        writer.WriteBoolean("executionSuccessful", true);
        writer.WriteStartArray("toolExecutionNotifications");
        writer.WriteStartObject();
        writer.WriteString("level", "warning");
        WriteText(writer, "message", $"{Count.Of(count, "result")} of the least severity were left out, as a run may hold {MostResults}.");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", LogText.Limit(text, LongestText));
        writer.WriteEndObject();
    }
}
