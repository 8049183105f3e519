using GitOpsTasks.Promote.Editing;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Gates;

/// <summary>Asks the gates about a promotion along one way.</summary>
/// <param name="scope">Where it takes place.</param>
/// <param name="route">The way.</param>
/// <param name="tree">The tip of the branch that agents follow.</param>
/// <param name="world">What all promotions share.</param>
/// <param name="settings">What becomes of a promotion whose gates are not met.</param>
internal sealed class RouteGates(PromotionScope scope, PromotionRoute route, IConfigTree tree, PromotionWorld world, PromotionSettings settings)
{
    /// <summary>The branch of its pull request; null where it is pushed.</summary>
    public string? Head { get; init; }

    /// <summary>How the gates stand, in their order.</summary>
    /// <param name="run">What is changed.</param>
    /// <param name="changes">The same by application.</param>
    /// <param name="isProposed">Whether the branch has it already and stays as it is.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<IReadOnlyList<GateResult>> CheckAsync(
        EditRun run, IReadOnlyList<AppChanges> changes, bool isProposed, CancellationToken cancellationToken)
    {
        if (world.Gates.Count == 0)
            return [];
        var subject = new GateSubject(route.Name, scope.From, scope.To, changes)
        {
            SourceFolders = [.. route.Apps.Select(app => app.Source).Distinct()],
            TargetFolders = [.. route.Apps.Select(app => app.Target).Distinct()],
            Config = scope.Config,
            Remote = scope.Remote,
            Repository = world.Repository,
            Branch = scope.Branch,
            Head = Head,
            IsProposed = isProposed,
            IsRollback = route.IsRollback,
            After = new ChangedTree(tree, run.Changes),
        };
        return await new GateCheck(world.Gates, settings.UnmetGates, settings.WaitFor, world.Context).RunAsync(subject, cancellationToken);
    }
}
