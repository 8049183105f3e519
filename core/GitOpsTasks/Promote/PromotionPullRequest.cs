using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Promote.Description;
using GitOpsTasks.Promote.Editing;
using GitOpsTasks.Promote.Gates;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>The one pull request of a promotion, whose branch is as it should be.</summary>
/// <param name="scope">Where it takes place.</param>
/// <param name="route">The way.</param>
/// <param name="tree">The tip of the branch that agents follow.</param>
/// <param name="world">What all promotions share.</param>
/// <param name="settings">How it looks.</param>
/// <param name="diagnostics">Takes what was noticed.</param>
internal sealed class PromotionPullRequest(
    PromotionScope scope, PromotionRoute route, IConfigTree tree, PromotionWorld world, PromotionSettings settings, List<Diagnostic> diagnostics)
{
    private IForge Forge => world.Forge.Value;

    /// <summary>Opens it, or gives it what it lacks; nothing is sent where it says all already.</summary>
    public async Task<Promotion> RequestAsync(
        Promotion promotion, IReadOnlyList<AppChanges> changes, BranchWork work, CancellationToken cancellationToken)
    {
        var marker = PromotionMarkers.Of(route, changes, promotion.Gates);
        var isHeld = settings.IsDraft || GateCheck.Open(promotion.Gates).Any();
        var open = await Forge.FindOpenAsync(route.Branch, scope.Branch, cancellationToken);
        var state = PromotionState.Opened;
        if (open is null)
        {
            if (promotion.Commit is null && await IsDeclinedAsync(work, cancellationToken) is { } ended)
                return With(promotion, ended, PromotionState.Declined);
            if (promotion.Commit is null && await new RollbackHold(scope, route, world, settings).FindAsync(changes, cancellationToken) is { } back)
            {
                diagnostics.Add(RollbackHold.Note(back, scope.To.Name));
                return RollbackHold.Held(promotion, back);
            }

            var body = await BodyAsync(marker, changes, promotion.Gates, cancellationToken);
            open = await Forge.OpenAsync(new PullRequestDraft(PromotionText.Title(marker), body, route.Branch, scope.Branch) { IsDraft = isHeld }, cancellationToken);
        }
        else
        {
            (open, state) = await UpdateAsync(open, marker, changes, promotion, isHeld, cancellationToken);
        }

        diagnostics.AddRange(await Forge.AddAsync(open, settings.Extras, cancellationToken));
        if (work.IsNeeded && work.NoteOnOthers(route.Branch, isReplaced: true) is { } note)
            await Forge.CommentAsync(open.Number, $"{PromotionText.Code(note.Message)}\n\n{note.Advice}", cancellationToken);
        return With(promotion, open, await MergeAsync(open, isHeld, state, cancellationToken));
    }

    /// <summary>
    /// Makes a draft of an open one before its branch moves to what gates are not met for: a forge that merges by itself may take
    /// the push for the last thing that was missing. What it says goes first, so that the next run knows why it is a draft.
    /// </summary>
    public async Task HoldAsync(Promotion promotion, IReadOnlyList<AppChanges> changes, CancellationToken cancellationToken)
    {
        if (!GateCheck.Open(promotion.Gates).Any() || await Forge.FindOpenAsync(route.Branch, scope.Branch, cancellationToken) is not { IsDraft: false } open)
            return;
        await SayAsync(open, PromotionMarkers.Of(route, changes, promotion.Gates), changes, promotion.Gates, cancellationToken);
        await Forge.SetDraftAsync(open, isDraft: true, cancellationToken);
    }

    /// <summary>Closes it where it is open, for nothing is left to promote, and deletes its branch.</summary>
    public async Task<Promotion> CloseAsync(Promotion promotion, CancellationToken cancellationToken)
    {
        if (await Forge.FindOpenAsync(route.Branch, scope.Branch, cancellationToken) is not { } open)
            return promotion;
        var comparison = await world.Repository.CompareAsync(route.Branch, scope.Branch, cancellationToken);
        var others = comparison is null ? [] : new BranchWork(comparison, false).Others;
        var kept = others.Count > 0 ? " Its branch is kept, for others have commits on it." : "";
        await Forge.CloseAsync(open.Number, $"Closed: nothing is left to promote to {PromotionText.Code(scope.To.Name)}.{kept}", cancellationToken);
        if (others.Count > 0)
            diagnostics.Add(Diagnostic.Note(PromoteCodes.BranchKept, $"The branch '{route.Branch}' is kept: others have commits on it.", "Delete it when they are needed no more."));
        else if (comparison is not null && !await world.Repository.DeleteBranchAsync(route.Branch, comparison.Tip.Revision, cancellationToken))
            diagnostics.Add(Diagnostic.Note(PromoteCodes.BranchKept, $"The branch '{route.Branch}' is kept: somebody moved it meanwhile.", "Delete it when it is needed no more."));
        return With(promotion, open, PromotionState.Closed);
    }

    private async Task<(PullRequest Open, PromotionState State)> UpdateAsync(
        PullRequest open, PromotionMarker marker, IReadOnlyList<AppChanges> changes, Promotion promotion, bool isHeld, CancellationToken cancellationToken)
    {
        var before = PromotionMarker.Read(open.Body);
        var isChanged = promotion.Commit is not null;
        if (!marker.Says(before))
        {
            open = await SayAsync(open, marker, changes, promotion.Gates, cancellationToken);
            isChanged = true;
        }

        // A person who takes it from draft, or makes it one, is not contradicted: only gates that changed decide.
        var wasHeld = GateCheck.Open(before?.Gates ?? []).Any();
        var isHeldByGates = GateCheck.Open(promotion.Gates).Any();
        if (wasHeld != isHeldByGates && open.IsDraft != isHeld)
        {
            await Forge.SetDraftAsync(open, isHeld, cancellationToken);
            open = open with { IsDraft = isHeld };
            isChanged = true;
        }

        return (open, isChanged ? PromotionState.Updated : PromotionState.Unchanged);
    }

    // Closed by a person, with the branch as it is now; a branch that was deleted is made again.
    private async Task<PullRequest?> IsDeclinedAsync(BranchWork work, CancellationToken cancellationToken)
    {
        if (settings.Reopens || work.Comparison is not { } comparison
            || await Forge.FindEndedAsync(route.Branch, scope.Branch, cancellationToken) is not { State: PullRequestState.Closed } ended
            || ended.HeadCommit != comparison.Tip.Revision)
            return null;
        diagnostics.Add(Diagnostic.Note(
            PromoteCodes.Declined, $"{ended.Url} was closed by a person, and nothing has changed since.", "Pass --reopen to ask again; a newer version asks by itself."));
        return ended;
    }

    private async Task<PromotionState> MergeAsync(PullRequest open, bool isHeld, PromotionState state, CancellationToken cancellationToken)
    {
        if (settings.AutoMerge == MergeMethod.Off || isHeld || open.IsDraft)
            return state;
        var outcome = await Forge.MergeWhenReadyAsync(open, settings.AutoMerge, cancellationToken);
        if (outcome != MergeOutcome.Unchanged && WorkflowToken.IsUsed(world.Context.Environment))
            diagnostics.Add(WorkflowToken.Note());
        return outcome switch
        {
            MergeOutcome.Merged => PromotionState.Merged,
            MergeOutcome.Scheduled when state == PromotionState.Unchanged => PromotionState.Updated,
            _ => state,
        };
    }

    private async Task<PullRequest> SayAsync(
        PullRequest open, PromotionMarker marker, IReadOnlyList<AppChanges> changes, IReadOnlyList<GateResult> gates, CancellationToken cancellationToken) =>
        await Forge.UpdateAsync(open.Number, PromotionText.Title(marker), await BodyAsync(marker, changes, gates, cancellationToken), cancellationToken);

    private async Task<string> BodyAsync(
        PromotionMarker marker, IReadOnlyList<AppChanges> changes, IReadOnlyList<GateResult> gates, CancellationToken cancellationToken)
    {
        var facts = await new FactFinding(scope, route, tree, world, settings).FindAsync(marker, changes, cancellationToken);
        return new PromotionBody(facts with { Gates = gates }, world.Template).Render(Forge.Abilities.LongestBody, Forge.Abilities.KeepsCommentsApart);
    }

    private static Promotion With(Promotion promotion, PullRequest request, PromotionState state) =>
        promotion with { State = state, PullRequest = request.Number, Url = request.Url };
}
