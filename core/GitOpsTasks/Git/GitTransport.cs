using GitOpsTasks.Contracts;

namespace GitOpsTasks.Git;

/// <summary>What goes over the wire: fetching the tip of a branch, and moving a branch if it is still where it was.</summary>
internal sealed class GitTransport(GitCommand git, GitRemote remote)
{
    private readonly ObjectReader _objects = new(git);
    private readonly RefMove _move = new(git, remote);

    /// <summary>A commit that was fetched, as a snapshot.</summary>
    public CommitTree TreeOf(string commit) => new(git, _objects, commit);

    /// <summary>Fetches the tip of a branch with its trees; null where the remote has no such branch.</summary>
    public async Task<string?> FetchAsync(string branch, IProgressStep step, CancellationToken cancellationToken)
    {
        var reference = BranchName.ToRef(branch);
        var local = "refs/gitops/tips/" + branch;
        var result = await git.AskAsync(
            ["fetch", "--progress", "--depth=1", "--filter=blob:none", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no", "--end-of-options", "origin", $"+{reference}:{local}"],
            cancellationToken,
            onErrorLine: GitProgress.To(step));
        if (result.Succeeded)
        {
            _objects.HasAllBlobs |= result.Error.Contains("filtering not recognized", StringComparison.Ordinal);
            return (await git.RunAsync(["rev-parse", "--verify", "--end-of-options", local], cancellationToken)).Text;
        }

        if (result.Error.Contains("couldn't find remote ref", StringComparison.Ordinal))
            return null;
        throw GitFailure.OfRemote(remote, result);
    }

    /// <summary>
    /// Moves a branch from the tip that was read to our commit, which descends from it, if it is still there.
    /// </summary>
    /// <exception cref="TaskFailedException">The server refuses for good, or cannot be reached.</exception>
    public Task<RefMoveResult> PushAsync(string branch, string? expected, string commit, IProgressStep step, CancellationToken cancellationToken) =>
        _move.TryAsync(BranchName.ToRef(branch), expected, commit, reason => Refused(branch, reason), cancellationToken, step);

    private TaskFailedException Refused(string branch, string reason) => TaskFailedException.Refused(
        GitCodes.PushRefused,
        $"'{remote.Display}' refuses pushes to '{branch}': {reason}.",
        "Check branch protection, hooks, other branches of that name and the permissions of the credentials, or promote by a pull request.");
}
