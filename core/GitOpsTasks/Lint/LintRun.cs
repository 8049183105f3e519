using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Fixing;
using GitOpsTasks.Lint.Suppression;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint;

/// <summary>One run of the lint task: mends where that was asked, checks, leaves out what is known, and reports.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="context">The world.</param>
/// <param name="location">Where.</param>
/// <param name="settings">What is looked for.</param>
/// <param name="step">Told how far it is.</param>
internal sealed class LintRun(LintRequest request, EngineContext context, WorkTreeLocation location, LintSettings settings, IProgressStep step)
{
    // More than anybody sees, and few enough to cost nothing.
    private const int Reports = 200;

    private readonly List<string> _files = [];
    private readonly CiSystem _system = CiDetection.Detect(context.Environment);
    private readonly FindingReview _review = new(request, settings, location, context);

    private bool IsStrict => request.Strict || settings.Config!.Strict;

    /// <summary>Runs it.</summary>
    public async Task<TaskOutcome<LintResult>> RunAsync(CancellationToken cancellationToken)
    {
        var mend = request.Fix ? await new FixRun(location, settings, context).RunAsync(request.DryRun, cancellationToken) : FixOutcome.Nothing;
        var onDisk = new WorkTree(location.Tree.RootPath) { MostBytes = YamlLimits.Default.Bytes };
        IConfigTree tree = request is { Fix: true, DryRun: true } ? new ChangedTree(onDisk, mend.Changes) : onDisk;
        var findings = await CheckAsync(tree, cancellationToken);
        if (_review.NeedsLines || request.Format is DiagnosticFormat.Text or DiagnosticFormat.Sarif || request.Report is not null)
            findings = await SourceLines.AttachAsync(findings, tree, cancellationToken);
        if (request.WriteBaseline is { } file)
            return await WriteBaselineAsync(file, findings, cancellationToken);
        (findings, var known) = await _review.ReviewAsync(findings, cancellationToken);
        findings = [.. findings, .. mend.Refused];
        var result = new LintResult(_files.Count, CountOf(findings, Severity.Error), CountOf(findings, Severity.Warning))
        {
            Known = known,
            Mended = [.. mend.Changes.Files.Select(change => change.Path.Value)],
            Diff = request.DryRun ? mend.Diff : null,
        };
        return await ReportAsync(result, findings, cancellationToken);
    }

    private async Task<IReadOnlyList<Diagnostic>> CheckAsync(IConfigTree tree, CancellationToken cancellationToken)
    {
        var reported = -1;
        var check = LintCheck.Over(location.Paths, settings, context, (path, number, total) =>
        {
            _files.Add(path.Value);
            if (number * (long)Reports / total is var part && part == reported)
                return;
            reported = (int)part;
            step.Report($"{number} of {total} {path}", (double)number / total);
        });
        return await check(tree, cancellationToken);
    }

    private async Task<TaskOutcome<LintResult>> WriteBaselineAsync(string file, IReadOnlyList<Diagnostic> findings, CancellationToken cancellationToken)
    {
        var baseline = Baseline.Of(findings);
        await ReportFile.WriteAsync(context, file, Encoding.UTF8.GetString(BaselineFile.Render(baseline)), cancellationToken);
        return TaskOutcome<LintResult>.Done(new LintResult(_files.Count, 0, 0) { Known = baseline.Entries.Count });
    }

    private async Task<TaskOutcome<LintResult>> ReportAsync(LintResult result, IReadOnlyList<Diagnostic> findings, CancellationToken cancellationToken)
    {
        var exitCode = LintVerdict.Of(IsStrict ? request with { Strict = true } : request, result);
        _files.Sort(StringComparer.Ordinal);
        var isText = request.Format == DiagnosticFormat.Text;
        var formatted = isText && request.Report is null ? null : LintReport.Render(request, location, findings, _files, IsStrict, _system);
        if (request.Report is { } file)
            await ReportFile.WriteAsync(context, file, formatted!, cancellationToken);
        return new TaskOutcome<LintResult>(exitCode, result, findings)
        {
            FormattedDiagnostics = request.Report is null ? formatted : null,
            StepSummary = _system is CiSystem.GitHub or CiSystem.Azure ? GitHubSummary.Render("gitops lint", LintText.Summarise(result), findings) : null,
        };
    }

    private static int CountOf(IReadOnlyList<Diagnostic> findings, Severity severity) => findings.Count(finding => finding.Severity == severity);
}
