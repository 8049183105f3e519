using GitOpsTasks.Config;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promotions;

/// <summary>The applications there are.</summary>
internal static class KnownApps
{
    /// <summary>Those of the configuration; where it has none, those found in the repository.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(GitOpsConfig config, IConfigTree tree, CancellationToken cancellationToken) => config.Apps.Count > 0
        ? [.. config.Apps.Keys]
        : [.. (await tree.ListAsync(TreePath.Parse("apps"), cancellationToken)).Where(entry => entry.IsFolder).Select(entry => entry.Path.Name)];

    /// <summary>Of applications in one folder each has the image it is said to run, or that has its name.</summary>
    public static string ImageOf(GitOpsConfig config, string app) =>
        config.Apps.GetValueOrDefault(app)?.Image is { } image ? config.Images.GetValueOrDefault(image)?.Repository ?? image : app;
}
