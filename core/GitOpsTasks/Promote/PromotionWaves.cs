using GitOpsTasks.Promote.Editing;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>Of environments promoted from one, those of a later wave wait for those before.</summary>
/// <param name="scope">The environments.</param>
internal sealed class PromotionWaves(PromotionScope scope)
{
    /// <summary>An environment of an earlier wave that does not have the versions yet; null where none stands in the way.</summary>
    public async Task<string?> NotReachedAsync(PromotionRoute route, IConfigTree tree, CancellationToken cancellationToken)
    {
        foreach (var earlier in scope.Config.Environments.Where(other => other.From == scope.From.Name && other.Wave < scope.To.Wave))
        {
            var there = scope with { To = earlier };
            var (apps, _) = await new PromotionRoutes(there).PresentAsync([.. route.Apps.Select(app => app.Name)], tree, cancellationToken);
            var ways = new PromotionRoutes(there).Of(apps, route.Name, await scope.KnownAppsAsync(tree, cancellationToken));
            foreach (var way in ways)
            {
                var changes = await new PromotionEdit(way with { Source = route.Source }).Edit(tree, new Plan { MadeAt = default }, cancellationToken);
                if (!changes.IsEmpty)
                    return earlier.Name;
            }
        }

        return null;
    }
}
