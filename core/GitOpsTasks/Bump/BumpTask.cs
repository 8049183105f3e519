using GitOpsTasks.Bump.Selection;
using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Repository;
using GitOpsTasks.Git;
using GitOpsTasks.Registry;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Bump;

/// <summary>Sets image versions in configuration, on disk or straight on a branch of a repository.</summary>
public static class BumpTask
{
    /// <summary>One sentence: what it is for.</summary>
    public const string Summary = "Sets image tags and digests in kustomizations and manifests, changing no other byte.";

    /// <summary>The task as hosts see it.</summary>
    public static TaskDeclaration<BumpRequest, BumpResult> Declaration { get; } =
        new("bump", Summary)
        {
            Inputs = BumpInputs.All,
            Outputs =
            [
                new("changed", InputKind.Flag, "Whether anything was changed.", result => result.Changed ? "true" : "false"),
                new("commit", InputKind.Text, "The commit that was pushed.", result => result.Commit),
                new("branch", InputKind.Text, "The branch that was pushed to.", result => result.Branch),
                new("files", InputKind.TextList, "The files that changed.", result => string.Join('\n', result.Edits.Select(edit => edit.File).Distinct())),
            ],
            Examples =
            [
                new("bump apps/web/overlays/dev --image ghcr.io/acme/web:1.4.2", "set the tag in the files here"),
                new("bump --repository https://github.com/acme/gitops --push --image ghcr.io/acme/web:1.4.2", "commit and push without a checkout"),
                new("bump --image nginx=registry.example.com/nginx:1.27 --dry-run --diff", "show what a move to a mirror would change"),
            ],
            ReadRequest = BumpRequest.From,
            Execute = RunAsync,
            Json = BumpJson.Default.BumpResult,
            Text = BumpText.Render,
        };

    /// <summary>Runs a bump.</summary>
    /// <exception cref="TaskFailedException">Nothing matched, the edit was refused, or the repository could not be reached.</exception>
    public static async Task<TaskOutcome<BumpResult>> RunAsync(
        BumpRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var selection = new ImageSelection(request.Selection, name => new RegistryClient(context, name), context.Progress);
        var selected = await selection.ResolveAsync(request.Images, cancellationToken);
        if (request.Repository is null)
        {
            var location = WorkTreeLocation.Find(context, request.Paths);
            if (!request.Push)
                return await RunOnAsync(new WorkTreeRepository(location.Tree), remote: null, location.Paths, request, selected, context, cancellationToken);
            using var origin = await CheckoutRepository.OpenAsync(context, location.Tree.RootPath, request.Branch, cancellationToken);
            return await RunOnAsync(origin.Repository, origin.Repository.Remote, location.Paths, request with { Branch = origin.Branch }, selected, context, cancellationToken);
        }

        var remote = GitRemote.Parse(request.Repository, context);
        var paths = request.Paths.Count == 0 ? [TreePath.Root] : request.Paths.Select(TreePath.Parse).ToList();
        if (request.Via == RepositoryVia.Api)
            return await RunOnAsync(ForgeRepositorySelection.Open(context, remote, ForgeChoice.Auto), remote, paths, request, selected, context, cancellationToken);
        using var repository = await GitRepository.OpenAsync(context, remote, cancellationToken);
        return await RunOnAsync(repository, remote, paths, request, selected, context, cancellationToken);
    }

    private static async Task<TaskOutcome<BumpResult>> RunOnAsync(
        IConfigRepository repository, GitRemote? remote, IReadOnlyList<TreePath> paths, BumpRequest request, SelectedImages selected, EngineContext context, CancellationToken cancellationToken)
    {
        var onlyReads = request.DryRun || (request.Repository is not null && !request.Push);
        var from = request.Branch ?? "main";
        var branch = request.PushBranch ?? from;
        var run = CiRun.Of(context.Environment);
        var skipsCi = request.Commit.SkipCi == SkipCi.Auto
            ? remote is not null && run?.IsFor(remote, branch) == true
            : request.Commit.SkipCi == SkipCi.True;
        var plan = new Plan { Images = selected.Images, Setters = request.Setters, MadeAt = context.StampTime };
        var outcome = await repository.CommitAsync(
            new CommitRequest(
                branch,
                BumpEdit.Over(paths, request.AllowNoMatch, request.EditRules),
                plan,
                changes => BumpMessage.For(request.Commit, [.. plan.AllUpdates], changes, run, skipsCi))
            {
                Author = request.Commit.Author,
                Committer = request.Commit.Committer,
                Retry = request.Commit.Retry,
                Base = request.PushBranch is null ? null : from,
                DryRun = onlyReads,
            },
            cancellationToken);
        var result = new BumpResult(
            !outcome.Changes.IsEmpty && !outcome.AlreadyOnBranch,
            [.. outcome.Changes.Fields.Select(BumpedField.Of)],
            outcome.Commit,
            outcome.Commit is null ? null : branch,
            outcome.Attempts,
            request.Diff ? ChangeDiff.Render(outcome) : null)
        {
            Images = [.. selected.Images.Select(image => image.ToString())],
            Superseded = [.. outcome.Changes.Superseded.Select(SupersededPlace.Of)],
        };
        return TaskOutcome<BumpResult>.Done(result, [.. selected.Diagnostics, .. outcome.Changes.Diagnostics, .. Remarks(request, onlyReads, outcome)]);
    }

    private static IEnumerable<Diagnostic> Remarks(BumpRequest request, bool onlyReads, CommitOutcome outcome)
    {
        if ((outcome.Changes.IsEmpty && outcome.Changes.Superseded.Count == 0) || outcome.AlreadyOnBranch)
            yield return Diagnostic.Note(BumpCodes.AlreadyThere, "Nothing to change: every place is at the version already.");
        else if (!outcome.Changes.IsEmpty && onlyReads && !request.DryRun)
            yield return Diagnostic.Note(BumpCodes.NotPushed, "Nothing was pushed.", "Pass --push to commit and push the change.");
    }
}
