using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Promote.Editing;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>
/// Brings open promotions up to date on the tip of their base. What their bodies say about them is untrusted: it chooses among
/// the applications, environments and commits that there are, and has to agree with the name of the branch.
/// </summary>
/// <param name="config">What gitops.yaml says.</param>
/// <param name="scopeOf">The scope of two environments.</param>
/// <param name="world">What promotions share.</param>
/// <param name="run">Promotes.</param>
internal sealed class PromotionRefresh(GitOpsConfig config, Func<EnvironmentConfig, EnvironmentConfig, PromotionScope> scopeOf, PromotionWorld world, PromotionRun run)
{
    /// <summary>Refreshes all of them.</summary>
    /// <exception cref="TaskFailedException">The repository or forge cannot be used.</exception>
    public async Task RunAsync(PromoteRequest request, string branch, CancellationToken cancellationToken)
    {
        var tree = await world.Repository.SnapshotAsync(branch, cancellationToken);
        foreach (var open in await world.Forge.Value.ListOpenAsync("gitops/", branch, cancellationToken))
        {
            var isPromotion = open.Head.StartsWith(PromotionRoute.PromotionPrefix, StringComparison.Ordinal)
                || open.Head.StartsWith(PromotionRoute.RollbackPrefix, StringComparison.Ordinal);
            if (isPromotion)
                await RefreshAsync(open, request, tree, cancellationToken);
        }

        if (world.Context.Environment["GITHUB_ACTIONS"] == "true"
            && await world.Repository.HistoryAsync(branch, [], cancellationToken) is [var last, ..] && WorkflowToken.Made(last))
            run.Add(WorkflowToken.Note());
    }

    private async Task RefreshAsync(PullRequest open, PromoteRequest request, IConfigTree tree, CancellationToken cancellationToken)
    {
        if (await FindAsync(open, tree, cancellationToken) is not var (scope, route, marker))
        {
            run.Add(Diagnostic.Warning(
                PromoteCodes.MarkerUnusable,
                $"{open.Url} is not refreshed: its body does not say what '{PromotionText.Line(open.Head)}' promotes.",
                "Run promote for it once, which writes the body anew, or close it."));
            return;
        }

        if ((request.From is { } from && from != route.From) || (request.To is { } to && to != route.To)
            || (request.Apps.Count > 0 && !route.Apps.Any(app => request.Apps.Contains(app.Name))))
            return;
        await run.PromoteAsync(scope, route, tree, () => SourceAsync(scope, route, marker, cancellationToken), cancellationToken);
    }

    private async Task<(PromotionScope Scope, PromotionRoute Route, PromotionMarker Marker)?> FindAsync(
        PullRequest open, IConfigTree tree, CancellationToken cancellationToken)
    {
        if (PromotionMarker.Read(open.Body) is not { } marker || EnvironmentOf(marker.From) is not { } from || EnvironmentOf(marker.To) is not { } to)
            return null;
        var scope = scopeOf(from, to);
        var known = await scope.KnownAppsAsync(tree, cancellationToken);
        var routes = new PromotionRoutes(scope);
        var apps = marker.Apps ?? [marker.App];
        var route = routes.Of(known, null, known).FirstOrDefault(configured => configured.IsGroup && configured.Name == marker.App)
            ?? (apps.Count > 0 && apps.All(known.Contains) ? routes.Of(apps, marker.Apps is null ? null : marker.App, known)[0] : null);
        route = route is null ? null : route with { IsRollback = marker.Rollback, Version = marker.Version };
        return route is not null && route.Branch == open.Head ? (scope, route, marker) : null;
    }

    private EnvironmentConfig? EnvironmentOf(string name) => config.Environments.Count > 0
        ? config.Environment(name)
        : name.Length is > 0 and <= 63 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && name is not ("." or "..")
            ? new EnvironmentConfig { Name = name, By = PromotionWay.PullRequest }
            : null;

    private async Task<IConfigTree?> SourceAsync(PromotionScope scope, PromotionRoute route, PromotionMarker marker, CancellationToken cancellationToken)
    {
        if (marker.At is null && marker.Version is null && !marker.Rollback)
            return null;
        var commits = await world.Repository.HistoryAsync(scope.Branch, [.. route.Apps.Select(app => app.Source).Distinct()], cancellationToken);
        return commits.FirstOrDefault(commit => commit.Id == marker.At) is { } at
            ? world.Repository.SnapshotOf(at.Id)
            : throw TaskFailedException.Findings(
                PromoteCodes.MarkerUnusable,
                $"The commit that '{route.Branch}' takes versions from is not in the history of '{scope.Branch}'.",
                "Run promote with --tag or --rollback again, or close the pull request.");
    }
}
