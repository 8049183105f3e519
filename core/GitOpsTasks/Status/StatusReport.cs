using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;
using GitOpsTasks.Status.Rendering;

namespace GitOpsTasks.Status;

/// <summary>Hands on what was seen: in the format asked for, to a file, to the summary of a run, and as the verdict.</summary>
internal static class StatusReport
{
    /// <summary>The outcome.</summary>
    /// <exception cref="TaskFailedException">GOT1006: the report cannot be written.</exception>
    public static async Task<TaskOutcome<StatusResult>> ReportAsync(
        StatusRequest request, StatusResult result, IReadOnlyList<Diagnostic> noticed, EngineContext context, CancellationToken cancellationToken)
    {
        var system = CiDetection.Detect(context.Environment);
        var formatted = request.Format == StatusFormat.Text && request.Report is null ? null : Render(request.Format, result);
        if (request.Report is { } file)
            await ReportFile.WriteAsync(context, file, formatted!, cancellationToken);
        var failures = Failures(request, result).ToList();
        return new TaskOutcome<StatusResult>(failures.Count > 0 ? ExitCode.Findings : ExitCode.Done, result, [.. noticed, .. failures])
        {
            FormattedDiagnostics = request.Report is null && formatted is not null ? LogText.Neutralise(formatted, system) : null,
            StepSummary = system is CiSystem.GitHub or CiSystem.Azure ? StatusMarkdown.Render(result) : null,
        };
    }

    private static string Render(StatusFormat format, StatusResult result) => format switch
    {
        StatusFormat.Markdown => StatusMarkdown.Render(result),
        StatusFormat.Json => StatusJson.Render(result),
        StatusFormat.Html => StatusPage.Render(result),
        _ => StatusText.Render(result with { Width = null }),
    };

    private static IEnumerable<Diagnostic> Failures(StatusRequest request, StatusResult result)
    {
        if (request.FailsOn.Contains(FailureCause.Behind))
        {
            foreach (var (app, deployed) in result.Apps.SelectMany(app => app.Environments.Where(deployed => deployed.IsBehind), (app, deployed) => (app, deployed)))
            {
                yield return Diagnostic.Error(
                    StatusCodes.Behind, $"{ShownLine.Of(app.Name)} in {deployed.Environment} does not have the versions of the environment before it.", "Run gitops promote, or merge the open promotion.");
            }
        }

        if (!request.FailsOn.Contains(FailureCause.Drift))
            yield break;
        foreach (var drift in result.Drift)
        {
            var first = drift.Differences[0].To;
            yield return Diagnostic.Error(
                StatusCodes.Drifted,
                $"{ShownLine.Of(string.Join(", ", drift.Apps))}: {drift.From} and {drift.To} differ in {Count.Of(drift.Differences.Count, "field")} that no promotion takes along.",
                "Make them alike, promote the fields, or write them under status.ignore in gitops.yaml.",
                new SourcePlace(first.File, first.Line, first.Column));
        }
    }
}
