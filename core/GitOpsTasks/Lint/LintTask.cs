using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Configuration;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint;

/// <summary>Finds in configuration what Argo CD or Flux would trip over.</summary>
public static class LintTask
{
    /// <summary>One sentence: what it is for.</summary>
    public const string Summary = "Finds in configuration files what Argo CD or Flux would trip over, with line and column.";

    // More than anybody sees, and few enough to cost nothing.
    private const int StepsShown = 200;

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
            new("lint --only yaml --format parsable --yamllint-config .yamllint .", "print what yamllint prints"),
        ],
        ReadRequest = LintRequest.From,
        Execute = RunAsync,
        Json = LintJson.Default.LintResult,
        Text = Render,
    };

    /// <summary>Runs a lint.</summary>
    /// <exception cref="TaskFailedException">A path does not exist, or the configuration is wrong.</exception>
    public static async Task<TaskOutcome<LintResult>> RunAsync(
        LintRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var location = WorkTreeLocation.Find(context, request.Paths);
        var settings = await LintConfiguration.LoadAsync(request, context, location.Tree, cancellationToken);
        var fileCount = 0;
        using var step = context.Progress.Begin("lint");
        var check = LintCheck.Over(location.Paths, settings, context, (path, number, total) =>
        {
            fileCount = total;
            if (number % Math.Max(1, total / StepsShown) == 0)
                step.Report($"{number} of {total} {path}", (double)number / total);
        });
        var findings = await check(new WorkTree(location.Tree.RootPath) { MostBytes = YamlLimits.Default.Bytes }, cancellationToken);
        var result = new LintResult(
            fileCount,
            findings.Count(finding => finding.Severity == Severity.Error),
            findings.Count(finding => finding.Severity == Severity.Warning));
        step.Complete(Summarise(result));
        return new TaskOutcome<LintResult>(LintVerdict.Of(request.Strict || settings.Config!.Strict ? request with { Strict = true } : request, result), result, findings)
        {
            FormattedDiagnostics = request.Format == DiagnosticFormat.Text ? null : FormatAs(request, location, findings, context),
        };
    }

    private static string FormatAs(
        LintRequest request, WorkTreeLocation location, IReadOnlyList<Diagnostic> findings, EngineContext context)
    {
        using var text = new StringWriter();
        if (request.Format is DiagnosticFormat.Parsable or DiagnosticFormat.Standard)
            findings = GivenPaths.Restore(findings, request.Paths, location.Paths);
        DiagnosticWriters.For(request.Format, CiDetection.Detect(context.Environment))(findings, text);
        return text.ToString();
    }

    private static string Render(LintResult result) =>
        Summarise(result) + "\n";

    private static string Summarise(LintResult result) =>
        $"{Count.Of(result.Files, "file")}: {Count.Of(result.Errors, "error")}, {Count.Of(result.Warnings, "warning")}";
}
