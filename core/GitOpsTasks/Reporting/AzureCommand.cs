using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>
/// Logging commands of Azure Pipelines: <c>##vso[area.event key=value;]data</c>. Values and data are escaped, so that text
/// of others stays inside its place.
/// </summary>
public static class AzureCommand
{
    /// <summary>An issue, which does not fail the step by itself; a note, for which Azure has no issue, is a plain line.</summary>
    public static string Issue(Diagnostic diagnostic)
    {
        if (diagnostic.Severity == Severity.Note)
            return LogText.BreakMarkers(DiagnosticText.Render(diagnostic));
        var command = new StringBuilder("##vso[task.logissue type=").Append(diagnostic.Severity.Name());
        if (diagnostic.Place is { } place)
        {
            command.Append(";sourcepath=").Append(EscapeProperty(place.File));
            if (place.Line > 0)
                command.Append(";linenumber=").Append(place.Line);
            if (place.Column > 0)
                command.Append(";columnnumber=").Append(place.Column);
        }

        var message = diagnostic.Advice is null ? diagnostic.Message : $"{diagnostic.Message} {diagnostic.Advice}";
        return command.Append(";code=").Append(EscapeProperty(diagnostic.Code)).Append(']')
            .Append(EscapeData(LogText.BreakMarkers(message))).ToString();
    }

    /// <summary>
    /// Sets a variable twice: plainly, which later steps of the job read as <c>$(name)</c>, and as an output, which later
    /// jobs read through the step's name.
    /// </summary>
    public static IEnumerable<string> SetVariable(string name, string value, bool secret)
    {
        var properties = $"variable={EscapeProperty(name)};issecret={(secret ? "true" : "false")}";
        yield return $"##vso[task.setvariable {properties}]{EscapeData(value)}";
        yield return $"##vso[task.setvariable {properties};isOutput=true]{EscapeData(value)}";
    }

    /// <summary>Hides a secret in all later log lines; one command per line of it.</summary>
    public static IEnumerable<string> Mask(string secret) =>
        from line in secret.ReplaceLineEndings("\n").Split('\n')
        where !string.IsNullOrWhiteSpace(line)
        select $"##vso[task.setsecret]{EscapeData(line)}";

    /// <summary>Begins a group of lines that folds.</summary>
    public static string Group(string title) => $"##[group]{LogText.BreakMarkers(title.ReplaceLineEndings(" "))}";

    /// <summary>Ends the group.</summary>
    public static string EndGroup => "##[endgroup]";

    /// <summary>Text as the data of a command.</summary>
    internal static string EscapeData(string text) => text
        .Replace("%", "%AZP25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>Text as a property of a command.</summary>
    internal static string EscapeProperty(string text) => EscapeData(LogText.BreakMarkers(text))
        .Replace(";", "%3B", StringComparison.Ordinal)
        .Replace("]", "%5D", StringComparison.Ordinal);
}
