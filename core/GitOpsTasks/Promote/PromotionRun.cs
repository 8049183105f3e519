using GitOpsTasks.Contracts;
using GitOpsTasks.Promote.Editing;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>Promotions one after the other; what one comes to does not keep the others from being made.</summary>
/// <param name="world">What they share.</param>
internal sealed class PromotionRun(PromotionWorld world)
{
    private readonly List<Promotion> _promotions = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private ExitCode _exitCode = ExitCode.Done;

    /// <summary>What they came to.</summary>
    public TaskOutcome<PromoteResult> Outcome => new(_exitCode, new PromoteResult([.. _promotions]), [.. _diagnostics]);

    /// <summary>Notes something.</summary>
    public void Add(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    /// <summary>Promotes between two environments.</summary>
    /// <exception cref="TaskFailedException">The repository or forge cannot be used.</exception>
    public async Task PromoteAsync(PromotionScope scope, PromoteRequest request, CancellationToken cancellationToken)
    {
        var tree = await world.Repository.SnapshotAsync(scope.Branch, cancellationToken);
        var routes = new PromotionRoutes(scope);
        var apps = await scope.AppsAsync(request.Apps, tree, cancellationToken);
        if (request.Apps.Count == 0 && apps.Count > 1)
        {
            (apps, var notes) = await routes.PresentAsync(apps, tree, cancellationToken);
            _diagnostics.AddRange(notes);
        }

        foreach (var route in routes.Of(apps, request.Group, await scope.KnownAppsAsync(tree, cancellationToken)))
        {
            await PromoteAsync(
                scope, route with { Version = request.Version, IsRollback = request.Rollback }, tree, async () => await SourceAsync(scope, route, request, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Promotes along one way.</summary>
    /// <param name="scope">The environments.</param>
    /// <param name="route">The way.</param>
    /// <param name="tree">The tip of the branch that agents follow.</param>
    /// <param name="findSource">Finds the earlier commit versions are taken from; null for the tip.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task PromoteAsync(
        PromotionScope scope, PromotionRoute route, IConfigTree tree, Func<Task<IConfigTree?>> findSource, CancellationToken cancellationToken)
    {
        using var step = world.Context.Progress.Begin($"promote {PromotionText.Line(route.Name)} to {scope.To.Name}");
        try
        {
            route = route with { Source = await findSource() };
            if (!route.IsRollback && await new PromotionWaves(scope).NotReachedAsync(route, tree, cancellationToken) is { } earlier)
            {
                _diagnostics.Add(Diagnostic.Note(
                    PromoteCodes.WaveNotReached, $"{PromotionText.Line(route.Name)} waits with {scope.To.Name}: {earlier} does not have its versions yet.", "Merge the promotion there first."));
                _promotions.Add(new Promotion(route.Name, scope.From.Name, scope.To.Name, PromotionState.Waiting) { Apps = [.. route.Apps.Select(app => app.Name)] });
                return;
            }

            var (promotion, found) = await new RoutePromotion(scope, route, tree, world).RunAsync(cancellationToken);
            step.Complete(PromotionReport.Describe(promotion));
            _promotions.Add(promotion);
            _diagnostics.AddRange(found);
        }
        catch (TaskFailedException failure) when (failure.ExitCode == ExitCode.Findings)
        {
            _diagnostics.AddRange(failure.Diagnostics);
            _exitCode = ExitCode.Findings;
        }
    }

    private async Task<IConfigTree?> SourceAsync(PromotionScope scope, PromotionRoute route, PromoteRequest request, CancellationToken cancellationToken)
    {
        var states = new SourceStates(world.Repository);
        return request switch
        {
            { Rollback: true } => await states.BeforeAsync(request.Version, route, scope.Branch, cancellationToken),
            { Version: { } version } => await states.UpToAsync(version, route, scope.Branch, cancellationToken),
            _ => null,
        };
    }
}
