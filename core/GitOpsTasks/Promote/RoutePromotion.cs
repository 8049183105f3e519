using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Promote.Editing;
using GitOpsTasks.Promote.Gates;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>Promotes along one way: the branch first, then the pull request that asks for it.</summary>
/// <param name="scope">Where it takes place.</param>
/// <param name="route">The way.</param>
/// <param name="tree">The tip of the branch that agents follow.</param>
/// <param name="world">What all promotions share.</param>
internal sealed class RoutePromotion(PromotionScope scope, PromotionRoute route, IConfigTree tree, PromotionWorld world)
{
    // What gates were asked about is what is written, whatever the source has become meanwhile.
    private readonly PromotionEdit _edit = new(scope.To.HasGates ? route with { Source = route.Source ?? tree } : route);
    private readonly PromotionSettings _settings = world.Settings.For(scope.To);

    private bool IsPushed => scope.To.By == PromotionWay.Push && !route.IsRollback;

    private RollbackHold Hold => new(scope, route, world, _settings) { IsPushed = IsPushed };

    private RouteGates Gates => new(scope, route, tree, world, _settings) { Head = IsPushed ? null : route.Branch };

    /// <summary>Runs it.</summary>
    /// <exception cref="TaskFailedException">An expected failure.</exception>
    public async Task<(Promotion Promotion, IReadOnlyList<Diagnostic> Diagnostics)> RunAsync(CancellationToken cancellationToken)
    {
        if (!IsPushed && !world.DryRun)
            _settings.CheckAgainst(world.Forge.Value.Abilities);
        var request = Request();
        if (IsPushed)
            return await PushAsync(request, cancellationToken);

        var run = await EditRun.OnAsync(tree, request, cancellationToken);
        var diagnostics = run.Changes.Diagnostics.Concat(run.GateFindings).ToList();
        var promotion = Describe(run.Changes);
        if (world.DryRun)
            return (promotion with { State = run.Changes.IsEmpty ? PromotionState.NothingToPromote : PromotionState.Planned }, diagnostics);
        if (run.Changes.IsEmpty)
            return (await PullRequest(diagnostics).CloseAsync(promotion, cancellationToken), diagnostics);

        var work = await CompareAsync(run, cancellationToken);
        if (work.IsNeeded && await Hold.FindAsync(_edit.Last, cancellationToken) is { } back)
            return (RollbackHold.Held(promotion, back), [.. diagnostics, RollbackHold.Note(back, scope.To.Name)]);
        var gates = await Gates.CheckAsync(run, _edit.Last, !work.IsNeeded, cancellationToken);
        if (work.NoteOnOthers(route.Branch, work.IsNeeded) is { } note)
            diagnostics.Add(note);
        if (work.IsNeeded)
        {
            await PullRequest(diagnostics).HoldAsync(promotion with { Gates = gates }, _edit.Last, cancellationToken);
            var outcome = await world.Repository.CommitAsync(request with { TakesInBase = work.TakesInBase }, cancellationToken);
            promotion = Describe(outcome.Changes) with { Commit = outcome.Commit };
            if (outcome.Changes.IsEmpty)
                return (await PullRequest(diagnostics).CloseAsync(promotion, cancellationToken), diagnostics);
        }

        promotion = promotion with { Gates = gates, CommitsOfOthers = [.. work.Others.Select(commit => commit.Id)] };
        return (await PullRequest(diagnostics).RequestAsync(promotion, _edit.Last, work, cancellationToken), diagnostics);
    }

    private async Task<(Promotion Promotion, IReadOnlyList<Diagnostic> Diagnostics)> PushAsync(CommitRequest request, CancellationToken cancellationToken)
    {
        if (world.DryRun)
            return Pushed(await world.Repository.CommitAsync(request with { DryRun = true }, cancellationToken));
        var run = await EditRun.OnAsync(tree, request, cancellationToken);
        if (run.Changes.IsEmpty)
            return (Describe(run.Changes), [.. run.Changes.Diagnostics, .. run.GateFindings]);
        if (await Hold.FindAsync(_edit.Last, cancellationToken) is { } back)
            return (RollbackHold.Held(Describe(run.Changes), back), [.. run.Changes.Diagnostics, RollbackHold.Note(back, scope.To.Name)]);
        var gates = scope.To.HasGates ? await Gates.CheckAsync(run, _edit.Last, isProposed: false, cancellationToken) : [];
        var open = GateCheck.Open(gates).ToList();
        if (open.Count > 0)
        {
            return (
                Describe(run.Changes) with { State = PromotionState.Waiting, Gates = gates },
                [.. open.Select(result => Diagnostic.Note(PromoteCodes.GateNotMet, GateCheck.Sentence(result, route.Name, scope.To.Name), "Nothing was pushed; run it again when it is met."))]);
        }

        var (promotion, diagnostics) = Pushed(await world.Repository.CommitAsync(request, cancellationToken));
        return (promotion with { Gates = gates }, diagnostics);
    }

    private (Promotion Promotion, IReadOnlyList<Diagnostic> Diagnostics) Pushed(CommitOutcome outcome)
    {
        var state = outcome.Changes.IsEmpty ? PromotionState.NothingToPromote
            : world.DryRun ? PromotionState.Planned
            : outcome.Commit is null ? PromotionState.NothingToPromote : PromotionState.Pushed;
        return (Describe(outcome.Changes) with { State = state, Commit = outcome.Commit }, [.. outcome.Changes.Diagnostics, .. outcome.GateFindings]);
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

    private async Task<BranchWork> CompareAsync(EditRun run, CancellationToken cancellationToken)
    {
        var comparison = await world.Repository.CompareAsync(route.Branch, scope.Branch, cancellationToken);
        var isOnBranch = comparison is not null
            && (await run.IsAppliedToAsync(comparison.Tip, cancellationToken) || await IsDoneOnAsync(comparison, cancellationToken));
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

    private PromotionPullRequest PullRequest(List<Diagnostic> diagnostics) => new(scope, route, tree, world, _settings, diagnostics);

    private Promotion Describe(ChangeSet changes) => new(route.Name, scope.From.Name, scope.To.Name, PromotionState.NothingToPromote)
    {
        Apps = [.. route.Apps.Select(app => app.Name)],
        Images = [.. _edit.Last.SelectMany(app => app.Images)],
        Values = [.. _edit.Last.SelectMany(app => app.Values)],
        Branch = changes.IsEmpty ? null : IsPushed ? scope.Branch : route.Branch,
    };
}
