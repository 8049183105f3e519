using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>Promotes one application: the branch first, then the pull request that asks for it.</summary>
/// <param name="scope">Where it takes place.</param>
/// <param name="repository">The configuration repository.</param>
/// <param name="forge">Where its pull requests are kept; made when it is first needed.</param>
/// <param name="gate">Checks the target's folder as it would become; null for no check.</param>
internal sealed class AppPromotion(
    PromotionScope scope, IConfigRepository repository, Lazy<IForge> forge, Func<TreePath, TreeCheck>? gate)
{
    /// <summary>Runs the promotion.</summary>
    public async Task<(Promotion Promotion, IReadOnlyList<Diagnostic> Diagnostics)> RunAsync(
        string app, Plan plan, bool dryRun, CancellationToken cancellationToken)
    {
        var byPush = scope.To.By == PromotionWay.Push;
        var branch = byPush ? scope.Branch : $"gitops/promote/{app}-to-{scope.To.Name}";
        var target = scope.FolderOf(scope.To, app);
        var request = new CommitRequest(
            branch,
            PromoteEdit.Between(scope.FolderOf(scope.From, app), target),
            plan,
            changes => PromotionText.Message(app, scope.From.Name, scope.To.Name, PromotedImages.Of(changes)))
        {
            Base = byPush ? null : scope.Branch,
            Gate = gate?.Invoke(target),
            DryRun = dryRun,
        };
        var outcome = await repository.CommitAsync(request, cancellationToken);
        var images = PromotedImages.Of(outcome.Changes);
        var promotion = new Promotion(app, scope.From.Name, scope.To.Name, PromotionState.NothingToPromote)
        {
            Images = images,
            Commit = outcome.Commit,
            Branch = images.Count > 0 ? branch : null,
        };
        var diagnostics = outcome.Changes.Diagnostics.Concat(outcome.GateFindings).ToList();
        if (dryRun)
            return (promotion with { State = images.Count > 0 ? PromotionState.Planned : PromotionState.NothingToPromote }, diagnostics);
        if (byPush)
            return (promotion with { State = outcome.Commit is null ? PromotionState.NothingToPromote : PromotionState.Pushed }, diagnostics);
        return (await RequestAsync(promotion, branch, cancellationToken), diagnostics);
    }

    private async Task<Promotion> RequestAsync(Promotion promotion, string branch, CancellationToken cancellationToken)
    {
        var open = await forge.Value.FindOpenAsync(branch, scope.Branch, cancellationToken);
        if (promotion.Images.Count == 0)
            return open is null ? promotion : await CloseAsync(promotion, open, cancellationToken);

        var title = PromotionText.Title(promotion.App, promotion.To, promotion.Images);
        var body = PromotionText.Body(new PromotionMarker(promotion.App, promotion.From, promotion.To, promotion.Images));
        if (open is null)
        {
            var draft = new PullRequestDraft(title, body, branch, scope.Branch);
            return With(promotion, await forge.Value.OpenAsync(draft, cancellationToken), PromotionState.Opened);
        }

        var says = open.Title == title && open.Body.ReplaceLineEndings("\n").Trim() == body.Trim();
        if (!says)
            open = await forge.Value.UpdateAsync(open.Number, title, body, cancellationToken);
        return With(promotion, open, says && promotion.Commit is null ? PromotionState.Unchanged : PromotionState.Updated);
    }

    private async Task<Promotion> CloseAsync(Promotion promotion, PullRequest open, CancellationToken cancellationToken)
    {
        await forge.Value.CloseAsync(
            open.Number, $"Closed: nothing is left to promote to `{scope.To.Name}`.", cancellationToken);
        return With(promotion, open, PromotionState.Closed);
    }

    private static Promotion With(Promotion promotion, PullRequest request, PromotionState state) =>
        promotion with { State = state, PullRequest = request.Number, Url = request.Url };
}
