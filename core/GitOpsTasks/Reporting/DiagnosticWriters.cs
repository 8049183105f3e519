using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>The writer of each <see cref="DiagnosticFormat"/>.</summary>
public static class DiagnosticWriters
{
    /// <summary>The writer of a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="system">Where the text is printed: texts that its agent would execute are broken.</param>
    public static DiagnosticWriter For(DiagnosticFormat format, CiSystem system) => format switch
    {
        DiagnosticFormat.Github => (diagnostics, output) => output.Write(GitHubAnnotations.Render(diagnostics)),
        DiagnosticFormat.Azure => (diagnostics, output) => WriteLines(diagnostics, output, AzureCommand.Issue),
        DiagnosticFormat.Parsable => (diagnostics, output) =>
            WriteLines(diagnostics, output, diagnostic => LogText.Neutralise(YamllintText.Parsable(diagnostic), system)),
        DiagnosticFormat.Standard => (diagnostics, output) =>
            output.Write(LogText.Neutralise(YamllintText.Standard(diagnostics), system)),
        DiagnosticFormat.Sarif => (diagnostics, output) => output.Write(SarifLog.Render(new FindingReport(diagnostics))),
        DiagnosticFormat.Junit => (diagnostics, output) => output.Write(LogText.Neutralise(JUnitXml.Render(new FindingReport(diagnostics)), system)),
        DiagnosticFormat.Json => DiagnosticJson.WriteDocument,
        _ => (diagnostics, output) =>
            WriteLines(diagnostics, output, diagnostic => LogText.Neutralise(DiagnosticText.Render(diagnostic), system)),
    };

    /// <summary>The format that a CI system shows beside the code; null where it has none.</summary>
    public static DiagnosticFormat? AnnotationsOf(CiSystem system) => system switch
    {
        CiSystem.GitHub => DiagnosticFormat.Github,
        CiSystem.Azure => DiagnosticFormat.Azure,
        _ => null,
    };

    private static void WriteLines(
        IReadOnlyList<Diagnostic> diagnostics, TextWriter output, Func<Diagnostic, string> render)
    {
        foreach (var diagnostic in diagnostics)
        {
            output.Write(render(diagnostic));
            output.Write('\n');
        }
    }
}
