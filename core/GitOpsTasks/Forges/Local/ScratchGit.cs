using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Forges.Local;

/// <summary>The git calls of <see cref="GitRefPullRequestStore"/>, in an empty bare repository of their own that talks to one remote.</summary>
internal sealed class ScratchGit : IDisposable
{
    private readonly GitRemote _remote;
    private readonly ScratchDirectory _directory;
    private readonly GitCommand _git;

    private ScratchGit(GitRemote remote, ScratchDirectory directory, GitCommand git)
    {
        _remote = remote;
        _directory = directory;
        _git = git;
    }

    public static async Task<ScratchGit> CreateAsync(EngineContext context, GitRemote remote, CancellationToken cancellationToken)
    {
        var directory = new ScratchDirectory(context, "forge");
        try
        {
            return new ScratchGit(remote, directory, await PrivateRepository.CreateAsync(context, directory.FullPath, remote, cancellationToken));
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>The refs of the remote that match, with what they point at.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ListRefsAsync(string pattern, CancellationToken cancellationToken)
    {
        var result = await RunOnRemoteAsync(["ls-remote", "--refs", "--end-of-options", "origin", pattern], cancellationToken);
        return result.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t', 2))
            .ToDictionary(parts => parts[1], parts => parts[0]);
    }

    /// <summary>Fetches the refs that match, which point at blobs, and reads these.</summary>
    /// <returns>Object id and content of each, by the name of its ref.</returns>
    public async Task<IReadOnlyList<(string Name, string Id, ReadOnlyMemory<byte> Content)>> FetchBlobsAsync(
        string pattern, CancellationToken cancellationToken)
    {
        await RunOnRemoteAsync(
            ["fetch", "--quiet", "--no-filter", "--no-tags", "--no-write-fetch-head", "--end-of-options", "origin", $"+{pattern}:{pattern}"],
            cancellationToken);
        var refs = (await _git.RunAsync(["for-each-ref", "--format=%(objectname) %(refname)"], cancellationToken)).Text;
        var blobs = new List<(string, string, ReadOnlyMemory<byte>)>();
        foreach (var line in refs.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (id, name) = (line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
            blobs.Add((name, id, (await _git.RunAsync(["cat-file", "blob", id], cancellationToken)).Output));
        }

        return blobs;
    }

    /// <summary>Points a ref of the remote at a new blob if it still has the expected value; null expects no such ref.</summary>
    /// <returns>Whether the ref now has the new value.</returns>
    public async Task<bool> PushBlobAsync(
        ReadOnlyMemory<byte> content, string name, string? expected, CancellationToken cancellationToken)
    {
        var blob = (await _git.RunAsync(["hash-object", "-w", "--stdin"], cancellationToken, content)).Text;
        return blob == expected || await new RefMove(_git, _remote).TryAsync(name, expected, blob, Refused, cancellationToken) == RefMoveResult.Moved;
    }

    /// <inheritdoc />
    public void Dispose() => _directory.Dispose();

    private async Task<ProcessResult> RunOnRemoteAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var result = await _git.AskAsync(arguments, cancellationToken);
        return result.Succeeded ? result : throw GitFailure.OfRemote(_remote, result);
    }

    private TaskFailedException Refused(string reason) => TaskFailedException.Refused(
        ForgeCodes.StoreRefused,
        $"'{_remote.Display}' refuses to take a pull request: {reason}.",
        "Allow pushes to refs/gitops/ there: a hook or a setting of the server keeps them out.");
}
