using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Repository;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>
/// A repository on GitHub through its API: many folders or files by one GraphQL query, by REST where that is not to be had;
/// one tree, one commit and one forward move of a ref for each change. The token needs the permission <c>contents: write</c>.
/// </summary>
internal sealed class GitHubObjects : IForgeRepository
{
    private readonly GitHubTrees _trees;
    private readonly GitHubBlobs _blobs;
    private readonly GitHubCommits _commits;
    private readonly GitHubRefs _refs;
    private readonly GitHubLog _log;

    /// <summary>One repository.</summary>
    public GitHubObjects(EngineContext context, GitHubRepository repository)
    {
        var calls = new GitHubCalls(new GitHubApi(context, repository));
        var query = new GitHubGraphQl(calls.Api);
        _trees = new GitHubTrees(calls, query);
        _blobs = new GitHubBlobs(calls, query);
        _commits = new GitHubCommits(calls);
        _refs = new GitHubRefs(calls);
        _log = new GitHubLog(calls, query);
    }

    /// <inheritdoc />
    public Task<ForgeCommit?> TipAsync(string branch, CancellationToken cancellationToken) => _refs.TipAsync(branch, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, ForgeFolder>> FoldersAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        _trees.ReadAsync(ids, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, ForgeFolder>?> BelowAsync(string id, CancellationToken cancellationToken) =>
        _trees.ReadBelowAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> BlobsAsync(IReadOnlyCollection<ForgeEntry> files, CancellationToken cancellationToken) =>
        _blobs.ReadAsync(files, cancellationToken);

    /// <inheritdoc />
    public async Task<ForgeWrite> CommitAsync(ForgeChange change, CancellationToken cancellationToken)
    {
        var commit = await _commits.MakeAsync(change, cancellationToken);
        return new ForgeWrite(commit, await _refs.MoveAsync(change.Branch, change.Expected, commit, cancellationToken));
    }

    /// <inheritdoc />
    public Task<bool> HoldsAsync(string branch, string commit, CancellationToken cancellationToken) =>
        _refs.HoldsAsync(branch, commit, cancellationToken);

    /// <inheritdoc />
    public Task<ForgeCommit> CommitAsync(string id, CancellationToken cancellationToken) => _log.CommitAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task<ForgeComparison?> CompareAsync(string from, string to, CancellationToken cancellationToken) => _log.CompareAsync(from, to, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<IReadOnlyList<ForgeLogEntry>> LogAsync(string commit, CancellationToken cancellationToken) => _log.ReadAsync(commit, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlySet<string>> TouchingAsync(string commit, IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken) =>
        _log.TouchingAsync(commit, paths, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> FilesAsync(string commit, CancellationToken cancellationToken) => _log.FilesAsync(commit, cancellationToken);

    /// <inheritdoc />
    public Task DeleteAsync(string branch, CancellationToken cancellationToken) => _refs.DeleteAsync(branch, cancellationToken);
}
