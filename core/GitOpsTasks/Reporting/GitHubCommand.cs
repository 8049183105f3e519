using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>
/// Workflow commands of GitHub Actions: <c>::name key=value,...::data</c> on a line of its own. Values and data are
/// escaped, so that text of others stays inside its place.
/// </summary>
public static class GitHubCommand
{
    // The runner cuts annotation messages here.
    private const int LongestMessage = 4096;

    /// <summary>An annotation: <c>error</c>, <c>warning</c> or <c>notice</c>.</summary>
    public static string Annotation(Diagnostic diagnostic)
    {
        var name = diagnostic.Severity == Severity.Note ? "notice" : diagnostic.Severity.Name();
        var message = diagnostic.Advice is null ? diagnostic.Message : $"{diagnostic.Message}\n{diagnostic.Advice}";
        var command = new StringBuilder("::").Append(name).Append(' ');
        if (diagnostic.Place is { } place)
            AppendPlace(command, place);
        return command.Append("title=").Append(EscapeProperty(diagnostic.Rule is null ? diagnostic.Code : $"{diagnostic.Code} {diagnostic.Rule}")).Append("::")
            .Append(EscapeData(LogText.Limit(message, LongestMessage))).ToString();
    }

    /// <summary>Begins a group of lines that folds.</summary>
    public static string Group(string title) => $"::group::{EscapeData(title)}";

    /// <summary>Ends the group.</summary>
    public static string EndGroup => "::endgroup::";

    /// <summary>Hides a secret in all later log lines; one command per line of it.</summary>
    public static IEnumerable<string> Mask(string secret) =>
        from line in secret.ReplaceLineEndings("\n").Split('\n')
        where !string.IsNullOrWhiteSpace(line)
        select $"::add-mask::{Escape(line)}";

    /// <summary>Text as the data of a command.</summary>
    internal static string EscapeData(string text) => Escape(LogText.BreakMarkers(text));

    /// <summary>Text as a property of a command.</summary>
    internal static string EscapeProperty(string text) => EscapeData(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);

    // Masks take this alone: a masked text must be the secret, unchanged.
    private static string Escape(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static void AppendPlace(StringBuilder command, SourcePlace place)
    {
        command.Append("file=").Append(EscapeProperty(place.File)).Append(',');
        if (place.Line == 0)
            return;
        command.Append("line=").Append(place.Line).Append(',');
        if (place.Column > 0)
            command.Append("col=").Append(place.Column).Append(',');
        if (LastLine(place) is var last && last >= place.Line)
            command.Append("endLine=").Append(last).Append(',');
        // Columns are for ranges on one line.
        if (place.EndLine == place.Line && place.Column > 0 && place.EndColumn > place.Column)
            command.Append("endColumn=").Append(place.EndColumn).Append(',');
    }

    // A place ends before its end position; at column 1 that is the line before.
    private static int LastLine(SourcePlace place) =>
        place is { EndColumn: 1 } && place.EndLine > place.Line ? place.EndLine - 1 : place.EndLine;
}
