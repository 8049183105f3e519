using GitOpsTasks.Promote.Editing;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Description;

/// <summary>Finds what a body tells besides the changes; only for a body that is written.</summary>
/// <param name="scope">Where it takes place.</param>
/// <param name="route">The way.</param>
/// <param name="tree">The tip of the branch that agents follow.</param>
/// <param name="world">What all promotions share.</param>
/// <param name="settings">How the pull request looks.</param>
internal sealed class FactFinding(PromotionScope scope, PromotionRoute route, IConfigTree tree, PromotionWorld world, PromotionSettings settings)
{
    private const int MostLookedThrough = 30;

    // Of a large group that would be much to read, and more than anybody looks through.
    private const int MostFolders = 10;

    /// <summary>Finds it.</summary>
    public async Task<BodyFacts> FindAsync(PromotionMarker marker, IReadOnlyList<AppChanges> changes, CancellationToken cancellationToken)
    {
        var forge = world.Forge.Value;
        return new BodyFacts(marker, changes)
        {
            CompareUrl = forge.CompareUrl(scope.Branch, route.Branch),
            CommitUrl = forge.CommitUrl,
            Commits = route.Source is null ? await CommitsAsync(changes, cancellationToken) : [],
            Rendered = settings.Render == RenderChoice.Off ? null : await RenderAsync(cancellationToken),
        };
    }

    // Those since the source had what the target has now.
    private async Task<IReadOnlyList<HistoryCommit>> CommitsAsync(IReadOnlyList<AppChanges> changes, CancellationToken cancellationToken)
    {
        var changed = route.Apps.Where(app => changes.Any(change => change.App == app.Name)).ToList();
        var folders = changed.Select(app => app.Source).Distinct().ToList();
        if (folders.Count > MostFolders)
            return [];
        var commits = await world.Repository.HistoryAsync(scope.Branch, folders, cancellationToken);
        var states = new SourceStates(world.Repository);
        var since = new List<HistoryCommit>();
        foreach (var commit in commits.Take(MostLookedThrough))
        {
            if (await states.HasAsync(commit.Id, changed, [.. changes.SelectMany(app => app.Images)], cancellationToken))
                break;
            since.Add(commit);
        }

        return since;
    }

    private async Task<string?> RenderAsync(CancellationToken cancellationToken)
    {
        var folders = route.Apps.Select(app => app.Target).Distinct().ToList();
        if (folders.Count > MostFolders)
            return null;
        var edit = new PromotionEdit(route).Edit;
        var after = new ChangedTree(tree, await edit(tree, world.Plan, cancellationToken));
        return await new RenderedDiff(world.Context).BetweenAsync(tree, after, folders, cancellationToken);
    }
}
