using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Git;

/// <summary>What goes over the wire: fetching the tip of a branch, and moving a branch if it is still where it was.</summary>
internal sealed class GitTransport(GitCommand git, GitRemote remote)
{
    private static readonly string[] s_busy = ["cannot lock ref", "failed to update ref", "incorrect old value", "reference already exists"];

    private readonly ObjectReader _objects = new(git);

    /// <summary>A commit that was fetched, as a snapshot.</summary>
    public CommitTree TreeOf(string commit) => new(git, _objects, commit);

    /// <summary>Fetches the tip of a branch with its trees; null where the remote has no such branch.</summary>
    public async Task<string?> FetchAsync(string branch, CancellationToken cancellationToken)
    {
        var reference = BranchName.ToRef(branch);
        var local = "refs/gitops/tips/" + branch;
        var result = await git.TryAsync(
            ["fetch", "--quiet", "--depth=1", "--filter=blob:none", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no", "--end-of-options", "origin", $"+{reference}:{local}"],
            cancellationToken);
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
    /// Moves a branch from the tip that was read to our commit, which descends from it. False where it was not there any
    /// more. Judged by what the remote has afterwards, since a push that applied can still end in an error.
    /// </summary>
    /// <exception cref="TaskFailedException">The server refuses for good, or cannot be reached.</exception>
    public async Task<bool> PushAsync(string branch, string? expected, string commit, CancellationToken cancellationToken)
    {
        var reference = BranchName.ToRef(branch);
        var result = await git.TryAsync(
            ["push", "--porcelain", "--recurse-submodules=no", $"--force-with-lease={reference}:{expected}", "--end-of-options", "origin", $"{commit}:{reference}"], cancellationToken);
        if (result.Succeeded)
            return true;
        var now = await RemoteValueAsync(reference, cancellationToken);
        if (now == commit)
            return true;
        if (NamesCollide(result))
        {
            throw TaskFailedException.Refused(
                GitCodes.PushRefused,
                $"'{remote.Display}' cannot hold the branch '{branch}' beside one that has the same name up to a slash.",
                "Rename or delete the other branch, or use another name.");
        }

        if (now != expected || IsBusy(result))
            return false;
        throw Rejection(result) is { } reason
            ? TaskFailedException.Refused(
                GitCodes.PushRefused,
                $"'{remote.Display}' refuses pushes to '{branch}': {reason}.",
                "Check branch protection, hooks and the permissions of the credentials, or promote by a pull request.")
            : GitFailure.OfRemote(remote, result);
    }

    private async Task<string?> RemoteValueAsync(string reference, CancellationToken cancellationToken)
    {
        var result = await git.TryAsync(["ls-remote", "--refs", "--end-of-options", "origin", reference], cancellationToken);
        if (!result.Succeeded)
            throw GitFailure.OfRemote(remote, result);
        return result.Text.Split('\t')[0] is { Length: > 0 } id ? id : null;
    }

    // refs/heads/a cannot be a file and the folder of refs/heads/a/b: no attempt will ever do.
    private static bool NamesCollide(ProcessResult result) => result.Error.Contains("; cannot create", StringComparison.Ordinal);

    private static bool IsBusy(ProcessResult result) =>
        s_busy.Any(text => result.Text.Contains(text, StringComparison.Ordinal) || result.Error.Contains(text, StringComparison.Ordinal));

    // A porcelain line of a refused ref: "!\t<from>:<to>\t[remote rejected] (<reason>)"
    private static string? Rejection(ProcessResult result) =>
        result.Text.Split('\n').FirstOrDefault(line => line.StartsWith('!')) is { } line && line.Contains('(', StringComparison.Ordinal)
            ? line[(line.LastIndexOf('(') + 1)..].TrimEnd(')', '\r')
            : null;
}
