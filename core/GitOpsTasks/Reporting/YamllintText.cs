using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>Diagnostics in the formats of yamllint, for what reads its output. Advice is left out.</summary>
internal static class YamllintText
{
    private const int PositionWidth = 12;
    private const int LevelWidth = 21;
    private const string Syntax = "syntax";

    /// <summary>One line: <c>file:line:column: [severity] message (rule)</c>.</summary>
    public static string Parsable(Diagnostic diagnostic) =>
        $"{diagnostic.Place?.File}:{diagnostic.Place?.Line ?? 1}:{diagnostic.Place?.Column ?? 1}: [{Level(diagnostic)}] {Message(diagnostic)}{Rule(diagnostic, " ")}";

    /// <summary>The findings of each file below its name, and a blank line after each.</summary>
    public static string Standard(IReadOnlyList<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        string? file = null;
        foreach (var diagnostic in diagnostics)
        {
            if (file != diagnostic.Place?.File)
                text.Append(file is null ? "" : "\n").Append(file = diagnostic.Place?.File ?? "").Append('\n');
            var line = new StringBuilder("  ").Append(diagnostic.Place?.Line ?? 1).Append(':').Append(diagnostic.Place?.Column ?? 1);
            Pad(line, PositionWidth).Append(Level(diagnostic));
            Pad(line, LevelWidth).Append(Message(diagnostic)).Append(Rule(diagnostic, "  "));
            text.Append(line).Append('\n');
        }

        return text.Append(file is null ? "" : "\n").ToString();
    }

    private static StringBuilder Pad(StringBuilder line, int width) => line.Append(' ', Math.Max(0, width - line.Length));

    private static string Level(Diagnostic diagnostic) => diagnostic.Severity == Severity.Error ? "error" : "warning";

    private static string Message(Diagnostic diagnostic) =>
        (diagnostic.Rule == Syntax ? "syntax error: " : "") + diagnostic.Message.ReplaceLineEndings(" ");

    private static string Rule(Diagnostic diagnostic, string before) => $"{before}({diagnostic.Rule ?? diagnostic.Code})";
}
