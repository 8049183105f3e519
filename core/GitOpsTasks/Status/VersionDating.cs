using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Status;

/// <summary>Since when environments have their versions, by the first parents of the branch: what came by a merge came when it was merged.</summary>
/// <param name="repository">The repository.</param>
/// <param name="branch">The branch that agents follow.</param>
/// <param name="scope">What is told of.</param>
/// <param name="urlOf">Where a person sees a commit.</param>
internal sealed class VersionDating(IBranchRepository repository, string branch, StatusScope scope, Func<string, string?> urlOf)
{
    // Of a folder that changes often, beside its versions.
    private const int MostCommits = 40;

    /// <summary>Says of a deployed application since when it has its versions and who gave it them.</summary>
    /// <param name="deployed">The application.</param>
    /// <param name="app">Its name.</param>
    /// <param name="now">Its images at the tip.</param>
    /// <param name="cancellationToken">Cancels between commits.</param>
    public async Task<DeployedApp> DateAsync(DeployedApp deployed, string app, IReadOnlyList<DeployedImage> now, CancellationToken cancellationToken)
    {
        if (now.Count == 0 || await FindAsync(TreePath.Parse(deployed.Folder), scope.ImagesOf(app), now, cancellationToken) is not { } commit)
            return deployed;
        return deployed with { Since = commit.Time, Author = commit.Author.Name, Commit = commit.Id, CommitUrl = urlOf(commit.Id) };
    }

    // The newest commit that touched the folder left it as it is now; the versions are of the oldest one that had them without a break.
    private async Task<HistoryCommit?> FindAsync(
        TreePath folder, IReadOnlyList<string> names, IReadOnlyList<DeployedImage> now, CancellationToken cancellationToken)
    {
        HistoryCommit? since = null;
        foreach (var commit in (await repository.HistoryAsync(branch, [folder], cancellationToken)).Take(MostCommits))
        {
            if (since is not null && !await HadAsync(commit, folder, names, now, cancellationToken))
                break;
            since = commit;
        }

        return since;
    }

    private async Task<bool> HadAsync(
        HistoryCommit commit, TreePath folder, IReadOnlyList<string> names, IReadOnlyList<DeployedImage> now, CancellationToken cancellationToken)
    {
        try
        {
            return DeployedImages.Of((await FolderYaml.ReadAsync(repository.SnapshotOf(commit.Id), [folder], cancellationToken)).In(folder), names).SequenceEqual(now);
        }
        catch (TaskFailedException)
        {
            // A commit that the server gives no more: history ends here.
            return false;
        }
    }
}
