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
    /// <summary>Works out the scope of a request.</summary>
    /// <exception cref="TaskFailedException">The configuration is wrong, or does not know an environment.</exception>
    public static async Task<PromotionScope> ResolveAsync(PromoteRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var config = await GitOpsConfigFile.LoadIfPresentAsync(context, request.Config, cancellationToken)
            ?? new GitOpsConfig { Directory = context.Directory };
        var remote = request.Repository is { } given
            ? GitRemote.Parse(given, context)
            : await ConfigRepository.FindAsync(config, context, cancellationToken);
        return new PromotionScope(
            config, remote, request.Branch ?? config.Config.Branch, EnvironmentOf(config, request.From), EnvironmentOf(config, request.To));
    }

    /// <summary>The folder of an application in an environment.</summary>
    public TreePath FolderOf(EnvironmentConfig environment, string app) => TreePath.Parse(Config.EnvironmentPath(environment, app));

    /// <summary>The applications to promote: those asked for, those of the configuration, or those found in the repository.</summary>
    /// <exception cref="TaskFailedException">GOT7102: one that was asked for is not known, or none was found.</exception>
    public async Task<IReadOnlyList<string>> AppsAsync(
        IReadOnlyList<string> asked, IConfigTree tree, CancellationToken cancellationToken)
    {
        var known = Config.Apps.Count > 0
            ? [.. Config.Apps.Keys]
            : (await tree.ListAsync(TreePath.Parse("apps"), cancellationToken)).Where(entry => entry.IsFolder).Select(entry => entry.Path.Name).ToList();
        foreach (var app in asked.Where(app => !known.Contains(app)))
        {
            throw TaskFailedException.Usage(
                PromoteCodes.AppNotFound,
                $"There is no application '{app}'.",
                EditDistance.Nearest(app, known) is { } near ? $"Did you mean '{near}'?" : $"Known: {string.Join(", ", known)}.");
        }

        return asked.Count > 0 ? asked : known.Count > 0 ? known : throw TaskFailedException.Usage(
            PromoteCodes.AppNotFound, "No application was found.", "Name them under 'apps' in gitops.yaml, or keep them in apps/NAME.");
    }

    private static EnvironmentConfig EnvironmentOf(GitOpsConfig config, string name)
    {
        if (config.Environment(name) is { } environment)
            return environment;
        if (config.Environments.Count == 0)
            return new EnvironmentConfig { Name = name, By = PromotionWay.PullRequest };
        var names = config.Environments.Select(known => known.Name).ToList();
        throw TaskFailedException.Usage(
            PromoteCodes.EnvironmentNotFound,
            $"There is no environment '{name}'.",
            EditDistance.Nearest(name, names) is { } near ? $"Did you mean '{near}'?" : $"Known: {string.Join(", ", names)}.");
    }
}
