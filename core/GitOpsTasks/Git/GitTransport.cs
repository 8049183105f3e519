using GitOpsTasks.Contracts;

namespace GitOpsTasks.Git;

/// <summary>What goes over the wire: fetching the tip of a branch, and moving a branch if it is still where it was.</summary>
internal sealed class GitTransport(PrivateRepository repository, GitRemote remote) : IAsyncDisposable
{
    private readonly ObjectStore _objects = new(repository, new RemoteObjects(repository, remote));
    private readonly RefMove _move = new(repository.Git, remote);

    /// <summary>How the remote names its objects, as far as is known.</summary>
    public ObjectFormat Format => repository.Format;

    /// <summary>A commit that was fetched, as a snapshot.</summary>
    public CommitTree TreeOf(string commit) => new(_objects, commit);

    /// <summary>Fetches the tip of a branch; null where the remote has no such branch.</summary>
    public Task<string?> FetchAsync(string branch, IProgressStep step, CancellationToken cancellationToken) =>
        _objects.FetchTipAsync(branch, step, cancellationToken);

    /// <summary>
    /// Moves a branch from the tip that was read to our commit, which descends from it, if it is still there.
    /// </summary>
    /// <exception cref="TaskFailedException">The server refuses for good, or cannot be reached.</exception>
    public Task<RefMoveResult> PushAsync(string branch, string? expected, string commit, IProgressStep step, CancellationToken cancellationToken) =>
        _move.TryAsync(BranchName.ToRef(branch), expected, commit, reason => Refused(branch, reason), cancellationToken, step);

    /// <summary>Deletes a branch if it is still where it was.</summary>
    /// <exception cref="TaskFailedException">The server refuses for good, or cannot be reached.</exception>
    public Task<RefMoveResult> DeleteAsync(string branch, string expected, CancellationToken cancellationToken) =>
        _move.TryAsync(BranchName.ToRef(branch), expected, id: null, reason => Refused(branch, reason), cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _objects.DisposeAsync();

    private TaskFailedException Refused(string branch, string reason) => TaskFailedException.Refused(
        GitCodes.PushRefused,
        $"'{remote.Display}' refuses pushes to '{branch}': {reason}.",
        "Check branch protection, hooks, other branches of that name and the permissions of the credentials, or promote by a pull request.");
}
