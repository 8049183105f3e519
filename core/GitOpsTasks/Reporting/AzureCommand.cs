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
    /// Sets an output of a task twice: as a variable of the job, <c>gitops_TASK_OUTPUT</c>, and as an output variable of the
    /// step, <c>OUTPUT</c>, which is read through the step's name, also in later jobs. Variables of the job are environment
    /// variables of all its later steps, where <c>VERSION</c> or <c>PLATFORMS</c> would mean something to other programs:
    /// hence the prefix. Names are made of letters, digits and underscores.
    /// </summary>
    /// <param name="task">The task's name.</param>
    /// <param name="output">The output's name.</param>
    /// <param name="value">Its value, of one or more lines.</param>
    /// <param name="secret">Whether the value is hidden in the log.</param>
    /// <exception cref="TaskFailedException">GOT1030: a secret of several lines, which agents refuse.</exception>
    public static IReadOnlyList<string> SetVariable(string task, string output, string value, bool secret)
    {
        if (secret && value.AsSpan().ContainsAny('\r', '\n'))
        {
            throw TaskFailedException.Findings(
                ReportingCodes.OutputRefused,
                $"The output '{output}' is a secret of several lines, which Azure Pipelines takes for no variable.",
                "Read it from the result with --output json instead.");
        }

        var name = VariableName(output);
        var data = $"issecret={(secret ? "true" : "false")}]{EscapeData(value)}";
        return
        [
            $"##vso[task.setvariable variable=gitops_{VariableName(task)}_{name};{data}",
            $"##vso[task.setvariable variable={name};isOutput=true;{data}",
        ];
    }

    /// <summary>Shows a Markdown file with the run.</summary>
    /// <param name="file">Absolute path, below the agent's temporary folder, which host and container share.</param>
    public static string UploadSummary(string file) => $"##vso[task.uploadsummary]{EscapeData(file)}";

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

    private static string VariableName(string name) => name.Replace('-', '_');
}
