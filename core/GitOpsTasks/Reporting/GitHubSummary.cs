using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>Findings as a table in the summary of a run, as GitHub and Azure Pipelines show it.</summary>
public static class GitHubSummary
{
    // A summary may have 1 MiB; a table that long helps nobody.
    private const int MostRows = 200;
    private const int LongestCell = 500;

    /// <summary>The summary in markdown.</summary>
    /// <param name="title">A heading in plain text.</param>
    /// <param name="line">One sentence: what it came to.</param>
    /// <param name="findings">What was found, errors being shown first.</param>
    public static string Render(string title, string line, IReadOnlyList<Diagnostic> findings)
    {
        var text = new StringBuilder("### ").Append(Escape(title)).Append("\n\n").Append(Escape(line)).Append("\n\n");
        if (findings.Count == 0)
            return text.ToString();
        text.Append("| | where | what |\n| --- | --- | --- |\n");
        foreach (var finding in findings.OrderByDescending(finding => finding.Severity).Take(MostRows))
        {
            text.Append("| ").Append(finding.Severity.Name()).Append(" | ").Append(Escape(finding.Place?.ToString() ?? ""))
                .Append(" | ").Append(Escape($"{finding.Code}: {finding.Message}{(finding.Advice is null ? "" : " " + finding.Advice)}")).Append(" |\n");
        }

        if (findings.Count > MostRows)
            text.Append("\nand ").Append(findings.Count - MostRows).Append(" more; the log has them all.\n");
        return text.Append('\n').ToString();
    }

    /// <summary>Every character that markdown or HTML could read as more than itself, as a reference to it; "@" so that nobody is told.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in LogText.Limit(text, LongestCell).EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
                escaped.Append(' ');
            else if ("\\`*_{}[]<>()#+!|~&@:$^=\"'".Contains((char)Math.Min(rune.Value, char.MaxValue)))
                escaped.Append("&#").Append(rune.Value).Append(';');
            else
                escaped.Append(rune);
        }

        return escaped.ToString();
    }
}
