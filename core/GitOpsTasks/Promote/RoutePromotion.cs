using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Promote.Editing;
using GitOpsTasks.Promote.Gates;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>Promotes along one way: the branch first, then the pull request that asks for it.</summary>
/// <param name="scope">Where it takes place.</param>
/// <param name="route">The way.</param>
/// <param name="world">What all promotions share.</param>
internal sealed class RoutePromotion(PromotionScope scope, PromotionRoute route, PromotionWorld world)
{
    private readonly PromotionEdit _edit = new(route);
    private readonly PromotionSettings _settings = world.Settings.For(scope.To);

    private bool IsPushed => scope.To.By == PromotionWay.Push && !route.IsRollback;

    /// <summary>Runs it.</summary>
    /// <exception cref="TaskFailedException">An expected failure.</exception>
    public async Task<(Promotion Promotion, IReadOnlyList<Diagnostic> Diagnostics)> RunAsync(CancellationToken cancellationToken)
    {
        if (!IsPushed && !world.DryRun)
            _settings.CheckAgainst(world.Forge.Value.Abilities);
        var request = Request();
        var outcome = await world.Repository.CommitAsync(request with { DryRun = world.DryRun || !IsPushed }, cancellationToken);
        var diagnostics = outcome.Changes.Diagnostics.Concat(outcome.GateFindings).ToList();
        var promotion = Describe(outcome);
        if (outcome.Changes.IsEmpty)
            return (IsPushed || world.DryRun ? promotion : await PullRequest(diagnostics).CloseAsync(promotion, cancellationToken), diagnostics);
        if (world.DryRun)
            return (promotion with { State = PromotionState.Planned }, diagnostics);
        if (IsPushed)
            return (promotion with { State = outcome.Commit is null ? PromotionState.NothingToPromote : PromotionState.Pushed }, diagnostics);

        var gates = await CheckGatesAsync(outcome, cancellationToken);
        var work = await CompareAsync(outcome, cancellationToken);
        if (work.NoteOnOthers(route.Branch, work.IsNeeded) is { } note)
            diagnostics.Add(note);
        if (work.IsNeeded)
        {
            outcome = await world.Repository.CommitAsync(request with { TakesInBase = work.TakesInBase }, cancellationToken);
            if (outcome.Changes.IsEmpty)
                return (await PullRequest(diagnostics).CloseAsync(Describe(outcome), cancellationToken), diagnostics);
        }

        promotion = Describe(outcome) with { Gates = gates, CommitsOfOthers = [.. work.Others.Select(commit => commit.Id)] };
        return (await PullRequest(diagnostics).RequestAsync(promotion, _edit.Last, work, cancellationToken), diagnostics);
    }

    private CommitRequest Request()
    {
        // A push is made by its edit alone; a pull request's branch is made from the tip of its base.
        var lint = world.Lint is { } check ? LintOf([.. route.Apps.Select(app => app.Target).Distinct()], check) : null;
        return new CommitRequest(
            IsPushed ? scope.Branch : route.Branch, _edit.Edit, world.Plan, _ => PromotionText.Message(PromotionMarkers.Of(route, _edit.Last, [])))
        {
            Base = IsPushed ? null : scope.Branch,
            Gate = lint,
        };
    }

    private TreeCheck LintOf(IReadOnlyList<TreePath> folders, Func<TreePath, EngineContext, TreeCheck> check) => async (tree, cancellationToken) =>
    {
        var found = new List<Diagnostic>();
        foreach (var folder in folders)
            found.AddRange(await check(folder, world.Context)(tree, cancellationToken));
        return [.. found.Distinct()];
    };

    private async Task<IReadOnlyList<GateResult>> CheckGatesAsync(CommitOutcome outcome, CancellationToken cancellationToken)
    {
        if (world.Gates.Count == 0)
            return [];
        var tree = await world.Repository.SnapshotAsync(scope.Branch, cancellationToken);
        var subject = new GateSubject(route.Name, scope.From, scope.To, _edit.Last)
        {
            SourceFolders = [.. route.Apps.Select(app => app.Source).Distinct()],
            TargetFolders = [.. route.Apps.Select(app => app.Target).Distinct()],
            Repository = world.Repository,
            Branch = scope.Branch,
            After = new ChangedTree(tree, outcome.Changes),
        };
        return await new GateCheck(world.Gates, _settings.UnmetGates, _settings.WaitFor, world.Context).RunAsync(subject, cancellationToken);
    }

    private async Task<BranchWork> CompareAsync(CommitOutcome outcome, CancellationToken cancellationToken)
    {
        var comparison = await world.Repository.CompareAsync(route.Branch, scope.Branch, cancellationToken);
        var isOnBranch = comparison is not null
            && (outcome.AlreadyOnBranch || await IsDoneOnAsync(comparison, cancellationToken));
        return BranchWork.Of(comparison, isOnBranch, _settings.RefreshWhen);
    }

    // What a person changed beside the promoted values is left alone, also in the same file.
    private async Task<bool> IsDoneOnAsync(BranchComparison comparison, CancellationToken cancellationToken)
    {
        try
        {
            return comparison.Commits.Count > 0 && await _edit.IsDoneAsync(comparison.Base, comparison.Tip, cancellationToken);
        }
        catch (TaskFailedException)
        {
            // Whatever was done to the branch, its files can be made anew.
            return false;
        }
    }

    private PromotionPullRequest PullRequest(List<Diagnostic> diagnostics) => new(scope, route, world, _settings, diagnostics);

    private Promotion Describe(CommitOutcome outcome) => new(route.Name, scope.From.Name, scope.To.Name, PromotionState.NothingToPromote)
    {
        Apps = [.. route.Apps.Select(app => app.Name)],
        Images = [.. _edit.Last.SelectMany(app => app.Images)],
        Values = [.. _edit.Last.SelectMany(app => app.Values)],
        Commit = outcome.Commit,
        Branch = outcome.Changes.IsEmpty ? null : IsPushed ? scope.Branch : route.Branch,
    };
}
