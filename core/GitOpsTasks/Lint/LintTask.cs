using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>Finds in configuration what Argo CD or Flux would trip over.</summary>
public static class LintTask
{
    /// <summary>One sentence: what it is for.</summary>
    public const string Summary = "Finds in configuration files what Argo CD or Flux would trip over, with line and column.";

    /// <summary>The task as hosts see it.</summary>
    public static TaskDeclaration<LintRequest, LintResult> Declaration { get; } = new("lint", Summary)
    {
        Inputs = LintInputs.All,
        Outputs =
        [
            new("files", InputKind.Number, "How many files were checked.", result => result.Files.ToString()),
            new("errors", InputKind.Number, "How many errors were found.", result => result.Errors.ToString()),
            new("warnings", InputKind.Number, "How many warnings were found.", result => result.Warnings.ToString()),
        ],
        Examples =
        [
            new("lint", "check every YAML file here"),
            new("lint --format github", "print findings as annotations of a workflow"),
            new("lint apps clusters/prod --strict", "check two folders; warnings fail too"),
        ],
        ReadRequest = LintRequest.From,
        Execute = RunAsync,
        Json = LintJson.Default.LintResult,
        Text = Render,
    };

    /// <summary>Runs a lint.</summary>
    /// <exception cref="TaskFailedException">A path does not exist.</exception>
    public static async Task<TaskOutcome<LintResult>> RunAsync(
        LintRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var location = WorkTreeLocation.Find(context, request.Paths);
        var fileCount = 0;
        using var step = context.Progress.Begin("lint");
        var check = LintCheck.Over(location.Paths, (path, number, total) =>
        {
            fileCount = total;
            step.Report($"{number} of {total} {path}", (double)number / total);
        });
        var findings = await check(location.Tree, cancellationToken);
        var result = new LintResult(
            fileCount,
            findings.Count(finding => finding.Severity == Severity.Error),
            findings.Count(finding => finding.Severity == Severity.Warning));
        step.Complete(Summarise(result));
        var failed = result.Errors > 0 || (request.Strict && result.Warnings > 0);
        return new TaskOutcome<LintResult>(failed ? ExitCode.Findings : ExitCode.Done, result, findings)
        {
            FormattedDiagnostics = request.Format == DiagnosticFormat.Text ? null : FormatAs(request.Format, findings, context),
        };
    }

    private static string FormatAs(DiagnosticFormat format, IReadOnlyList<Diagnostic> findings, EngineContext context)
    {
        using var text = new StringWriter();
        DiagnosticWriters.For(format, CiDetection.Detect(context.Environment))(findings, text);
        return text.ToString();
    }

    private static string Render(LintResult result) =>
        Summarise(result) + "\n";

    private static string Summarise(LintResult result) =>
        $"{Count.Of(result.Files, "file")}: {Count.Of(result.Errors, "error")}, {Count.Of(result.Warnings, "warning")}";
}
