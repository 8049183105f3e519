using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>Where a promotion takes place: repository, branch, environments, as configuration and request say together.</summary>
/// <param name="Config">What gitops.yaml says; empty where there is none.</param>
/// <param name="Remote">The configuration repository.</param>
/// <param name="Branch">The branch that agents follow.</param>
/// <param name="From">The source environment.</param>
/// <param name="To">The target environment.</param>
internal sealed record PromotionScope(GitOpsConfig Config, GitRemote Remote, string Branch, EnvironmentConfig From, EnvironmentConfig To)
{
    /// <summary>The folder of an application in an environment.</summary>
    public TreePath FolderOf(EnvironmentConfig environment, string app) => TreePath.Parse(Config.EnvironmentPath(environment, app));

    /// <summary>The applications there are: those of the configuration, or those found in the repository.</summary>
    public Task<IReadOnlyList<string>> KnownAppsAsync(IConfigTree tree, CancellationToken cancellationToken) =>
        KnownApps.FindAsync(Config, tree, cancellationToken);

    /// <summary>The applications to promote: those asked for, or all.</summary>
    /// <exception cref="TaskFailedException">GOT7102: one that was asked for is not known, or none was found.</exception>
    public async Task<IReadOnlyList<string>> AppsAsync(
        IReadOnlyList<string> asked, IConfigTree tree, CancellationToken cancellationToken)
    {
        var known = await KnownAppsAsync(tree, cancellationToken);
        foreach (var app in asked.Where(app => !known.Contains(app)))
        {
            throw TaskFailedException.Usage(
                PromoteCodes.AppNotFound,
                $"There is no application '{app}'.",
                EditDistance.Nearest(app, known) is { } near ? $"Did you mean '{near}'?" : $"Known: {string.Join(", ", known)}.");
        }

        return asked.Count > 0 ? [.. asked.Distinct()] : known.Count > 0 ? known : throw TaskFailedException.Usage(
            PromoteCodes.AppNotFound, "No application was found.", "Name them under 'apps' in gitops.yaml, or keep them in apps/NAME.");
    }
}
