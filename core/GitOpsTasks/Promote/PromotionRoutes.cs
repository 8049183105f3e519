using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Promote.Editing;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>Which applications are promoted together, and what of them.</summary>
/// <param name="scope">Where from and where to.</param>
internal sealed class PromotionRoutes(PromotionScope scope)
{
    /// <summary>The ways of all applications: one for each, or for each group.</summary>
    /// <param name="apps">The applications.</param>
    /// <param name="group">A name for all of them together; null for what the configuration says.</param>
    /// <param name="known">All applications there are: some may share folders with others.</param>
    public IReadOnlyList<PromotionRoute> Of(IReadOnlyList<string> apps, string? group, IReadOnlyList<string> known) =>
    [
        .. apps.GroupBy(app => group ?? GroupOf(app) ?? app, StringComparer.Ordinal)
            .Select(members => new PromotionRoute(members.Key, [.. members.Select(app => AppOf(app, known))], scope.From.Name, scope.To.Name)
            {
                IsGroup = group is not null || GroupOf(members.First()) is not null,
            }),
    ];

    /// <summary>The applications that have a folder in both environments, and a note for each other one.</summary>
    public async Task<(IReadOnlyList<string> Apps, IReadOnlyList<Diagnostic> Notes)> PresentAsync(
        IReadOnlyList<string> apps, IConfigTree tree, CancellationToken cancellationToken)
    {
        var present = new List<string>();
        var notes = new List<Diagnostic>();
        foreach (var app in apps)
        {
            var missing = await MissingAsync(app, tree, cancellationToken);
            if (missing is null)
                present.Add(app);
            else
                notes.Add(Diagnostic.Note(PromoteCodes.FolderMissing, $"'{app}' is not promoted to {scope.To.Name}: there is no '{missing}'.", "Make the folder, or check the paths of the environments."));
        }

        return (present, notes);
    }

    private async Task<TreePath?> MissingAsync(string app, IConfigTree tree, CancellationToken cancellationToken)
    {
        foreach (var folder in (TreePath[])[scope.FolderOf(scope.From, app), scope.FolderOf(scope.To, app)])
        {
            if ((await tree.ListAsync(folder, cancellationToken)).Count == 0)
                return folder;
        }

        return null;
    }

    private string? GroupOf(string app) => scope.To.OnePullRequest ? "all" : scope.Config.Apps.GetValueOrDefault(app)?.Group;

    private PromotedApp AppOf(string app, IReadOnlyList<string> known)
    {
        var (source, target) = (scope.FolderOf(scope.From, app), scope.FolderOf(scope.To, app));
        var isShared = known.Any(other => other != app && (scope.FolderOf(scope.From, other) == source || scope.FolderOf(scope.To, other) == target));
        return new PromotedApp(app, scope.Config.Apps.GetValueOrDefault(app)?.Promote ?? PromotedPart.Default, source, target)
        {
            Images = isShared ? [KnownApps.ImageOf(scope.Config, app)] : [],
        };
    }
}
