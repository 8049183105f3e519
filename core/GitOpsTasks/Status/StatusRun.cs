using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Git;
using GitOpsTasks.Status.Drift;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Status;

/// <summary>One look at the environments: everything is read, nothing written.</summary>
/// <param name="config">What gitops.yaml says; empty where there is none.</param>
/// <param name="repository">The repository.</param>
/// <param name="forge">Where its pull requests are kept.</param>
/// <param name="request">What is asked for.</param>
/// <param name="context">The world around.</param>
internal sealed class StatusRun(GitOpsConfig config, IBranchRepository repository, Lazy<IForge> forge, StatusRequest request, EngineContext context)
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>What was noticed on the way.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Looks.</summary>
    /// <exception cref="TaskFailedException">GOT7302, or the repository cannot be read.</exception>
    public async Task<StatusResult> RunAsync(GitRemote remote, string branch, CancellationToken cancellationToken)
    {
        var tree = await repository.SnapshotAsync(branch, cancellationToken);
        var scope = await StatusScope.FindAsync(config, request, tree, cancellationToken);
        var folders = await FolderYaml.ReadAsync(tree, scope.Folders, cancellationToken);
        var promotions = await new OpenPromotions(forge, branch, _diagnostics).FindAsync(scope, cancellationToken);
        var apps = new List<AppStatus>();
        var dating = new VersionDating(repository, branch, scope, Commit);
        foreach (var app in scope.Apps)
            apps.Add(await AppAsync(app, scope, folders, dating, cancellationToken));
        return new StatusResult(remote.Display, branch, tree.Revision, context.Time.GetUtcNow())
        {
            Environments = [.. scope.Environments.Select(environment => new StatusEnvironment(environment.Name, environment.From))],
            Apps = apps,
            Promotions = promotions,
            Drift = new DriftSearch(config, scope, folders, _diagnostics).Find(),
            Width = context.TerminalWidth,
        };
    }

    private static async Task<AppStatus> AppAsync(
        string app, StatusScope scope, FolderYaml folders, VersionDating dating, CancellationToken cancellationToken)
    {
        var images = scope.Known.ToDictionary(
            environment => environment.Name, environment => DeployedImages.Of(folders.In(scope.FolderOf(environment, app)), scope.ImagesOf(app)));
        var deployed = new List<DeployedApp>();
        foreach (var environment in scope.Environments.Where(environment => folders.Has(scope.FolderOf(environment, app))))
        {
            var before = environment.From is { } from ? images.GetValueOrDefault(from) : null;
            var now = images[environment.Name];
            deployed.Add(await dating.DateAsync(
                new DeployedApp(environment.Name, scope.FolderOf(environment, app).Value, DeployedImages.Compare(now, before ?? [])), app, now, cancellationToken));
        }

        return new AppStatus(app, deployed);
    }

    // The page of a commit is told where a forge is known; nothing is asked of it for that.
    private string? Commit(string commit)
    {
        try
        {
            return forge.Value.CommitUrl(commit);
        }
        catch (TaskFailedException)
        {
            // No forge is known for the address: that is said where promotions are looked for.
            return null;
        }
    }
}
