using GitOpsTasks.Config;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promotions;

/// <summary>The environments there are, and what comes after what.</summary>
internal static class KnownEnvironments
{
    // Names that say which environment comes after which; one of each row.
    private static readonly string[][] s_ranks =
    [
        ["dev", "development"], ["int", "integration"], ["test", "testing"], ["qa"], ["uat"],
        ["stage", "staging"], ["preprod", "pre-prod", "preproduction"], ["canary"], ["prod", "production"],
    ];

    /// <summary>Those of the configuration; where it has none, those that folders say.</summary>
    public static async Task<IReadOnlyList<EnvironmentConfig>> FindAsync(GitOpsConfig config, IConfigTree tree, CancellationToken cancellationToken) =>
        config.Environments.Count > 0 ? config.Environments : await InferAsync(tree, cancellationToken);

    // Each after the one before it: apps/*/overlays/{dev,staging,prod}.
    private static async Task<IReadOnlyList<EnvironmentConfig>> InferAsync(IConfigTree tree, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var app in (await tree.ListAsync(TreePath.Parse("apps"), cancellationToken)).Where(entry => entry.IsFolder))
            names.UnionWith((await tree.ListAsync(app.Path.Combine("overlays"), cancellationToken)).Where(entry => entry.IsFolder).Select(entry => entry.Path.Name));
        var found = s_ranks.SelectMany(rank => rank.Where(names.Contains).Take(1)).ToList();
        return [.. found.Select((name, at) => new EnvironmentConfig
        {
            Name = name,
            From = at == 0 ? null : found[at - 1],
            By = at == 0 ? PromotionWay.Push : PromotionWay.PullRequest,
        })];
    }
}
