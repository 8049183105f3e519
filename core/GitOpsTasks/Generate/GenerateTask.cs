using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate;

/// <summary>Makes plain Kubernetes manifests from app specs.</summary>
public static class GenerateTask
{
    /// <summary>What the task is for.</summary>
    public const string Summary = "Makes plain Kubernetes manifests from app specs, with a kustomize overlay for each environment.";

    /// <summary>The task as hosts see it.</summary>
    public static TaskDeclaration<GenerateRequest, GenerateResult> Declaration { get; } =
        new("generate", Summary)
        {
            Inputs = GenerateInputs.All,
            Outputs =
            [
                new("changed", InputKind.Flag, "Whether any file differs from before.", result => result.Changed ? "true" : "false"),
                new("files", InputKind.TextList, "The files written or removed.", Files),
            ],
            Examples =
            [
                new("generate config/web.yaml --out apps/web", "write base and overlays of one app"),
                new("generate config/*.yaml --out apps/{app}", "write those of several"),
                new("generate config/web.yaml --out apps/web --agent flux", "write the objects of Flux as well"),
                new("generate config/web.yaml --out apps/web --check", "fail where the files are not what the spec says"),
            ],
            ReadRequest = GenerateRequest.From,
            Execute = RunAsync,
            Json = GenerateJson.Default.GenerateResult,
            Text = GenerateText.Render,
        };

    /// <summary>Generates into files on disk.</summary>
    /// <exception cref="TaskFailedException">A spec or env file has errors, or a file of somebody else's is in the way.</exception>
    public static async Task<TaskOutcome<GenerateResult>> RunAsync(
        GenerateRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var tree = new WorkTree(RootOf(request.Out, context));
        var jobs = new List<GenerateJob>(request.Specs.Count);
        foreach (var spec in request.Specs)
            jobs.Add(GenerateJob.Of(await AppSpecFile.LoadAsync(context, spec, cancellationToken), request, tree, context));
        RefuseSharedFolders(jobs);
        var outcome = await new WorkTreeRepository(tree).CommitAsync(
            new CommitRequest(
                "",
                GenerateEdits.Together([.. jobs.Select(job => GenerateEdits.For(job.App, job.Files))]),
                new Plan { MadeAt = context.StampTime },
                _ => "Generate manifests")
            {
                DryRun = request.Check,
            },
            cancellationToken);
        var changes = outcome.Changes.Files.ToLookup(change => change.Path.Parent);
        var result = new GenerateResult(
            !outcome.Changes.IsEmpty,
            [.. jobs.Select(job => job.Report(changes))],
            request.Check ? ChangeDiff.Render(outcome) : null);
        return request.Check && result.Changed
            ? new TaskOutcome<GenerateResult>(ExitCode.Findings, result, [.. outcome.Changes.Diagnostics, .. outcome.Changes.Files.Select(OutOfDate)])
            : TaskOutcome<GenerateResult>.Done(result, outcome.Changes.Diagnostics);
    }

    private static string Files(GenerateResult result) =>
        string.Join('\n', result.Apps.SelectMany(app => app.Written.Concat(app.Removed)).Order(StringComparer.Ordinal));

    // The git work tree around the folder, so that paths are told as git tells them; the directory where there is none.
    private static string RootOf(string @out, EngineContext context)
    {
        var app = @out.IndexOf(GenerateRequest.AppPlaceholder, StringComparison.Ordinal);
        var fixedPart = app < 0 ? @out : @out[..(@out[..app].LastIndexOfAny(['/', Path.DirectorySeparatorChar]) + 1)];
        var folder = Path.TrimEndingDirectorySeparator(context.Resolve(fixedPart));
        var here = Path.TrimEndingDirectorySeparator(context.Directory);
        return WorkTreeLocation.RootOf(folder) ?? (WorkTreeLocation.IsInside(here, folder) ? here : folder);
    }

    private static void RefuseSharedFolders(List<GenerateJob> jobs)
    {
        if (jobs.GroupBy(job => job.Target.Base).FirstOrDefault(group => group.Count() > 1) is not { } shared)
            return;
        throw TaskFailedException.Usage(
            UsageCodes.InputsContradict,
            $"{string.Join(" and ", shared.Select(job => $"'{job.App.Path}'"))} both describe '{shared.First().App.Spec.Name}'.",
            "Give each app a name of its own.");
    }

    private static Diagnostic OutOfDate(FileChange change) => Diagnostic.Error(
        GenerateCodes.OutOfDate,
        change.Content is null ? "The spec no longer wants this file." : "The file is not what the spec says.",
        "Run the same command without --check, and commit what it writes.",
        new SourcePlace(change.Path.Value));
}
