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
                new("removed", InputKind.TextList, "The files removed.", result => string.Join('\n', result.Apps.SelectMany(app => app.Removed))),
                new("conflicts", InputKind.TextList, "Places of fields that both the spec and a person changed.", Conflicts),
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
        var isPreview = request.Check || request.DryRun;
        var outcome = await new WorkTreeRepository(tree).CommitAsync(
            new CommitRequest(
                "",
                AllOrNothing([.. jobs.Select(job => GenerateEdits.For(job, job.RulesFor(request)))], isPreview),
                new Plan { MadeAt = context.StampTime },
                _ => "Generate manifests")
            {
                DryRun = isPreview,
            },
            cancellationToken);
        var folders = jobs.Select(job => job.Target.Folder).ToHashSet();
        var changes = outcome.Changes.Files.ToLookup(change => FolderOf(change.Path, folders));
        var result = new GenerateResult(
            !outcome.Changes.IsEmpty,
            [.. jobs.Select(job => job.Report(changes[job.Target.Folder]))],
            request.Check || request.Diff ? ChangeDiff.Render(outcome) : null)
        {
            Kept = [.. outcome.Changes.Kept.Select(RegeneratedField.Of)],
            Conflicts = [.. outcome.Changes.Conflicts.Select(RegeneratedField.Of)],
        };
        return (request.Check && result.Changed) || result.Conflicts.Count > 0
            ? new TaskOutcome<GenerateResult>(
                ExitCode.Findings, result, [.. outcome.Changes.Diagnostics, .. request.Check ? outcome.Changes.Files.Select(OutOfDate) : []])
            : TaskOutcome<GenerateResult>.Done(result, outcome.Changes.Diagnostics);
    }

    // Conflicts of one application keep the others from being written too: what is committed was generated as a whole.
    private static TreeEdit AllOrNothing(IReadOnlyList<TreeEdit> edits, bool isPreview) => async (tree, plan, cancellationToken) =>
    {
        var changes = await GenerateEdits.Together(edits)(tree, plan, cancellationToken);
        return changes.Conflicts.Count > 0 && !isPreview ? changes with { Files = [] } : changes;
    };

    private static TreePath FolderOf(TreePath file, HashSet<TreePath> folders)
    {
        var folder = file.Parent;
        while (!folder.IsRoot && !folders.Contains(folder))
            folder = folder.Parent;
        return folder;
    }

    private static string Conflicts(GenerateResult result) =>
        string.Join('\n', result.Conflicts.Select(field => $"{field.File}:{field.Line}:{field.Column}: {field.Field}"));

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
