using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Git;

/// <summary>
/// Fetches by children of git, each of which opens a connection. Asks for folders one by one at first; a server that does
/// not serve them so is asked for all folders, then for everything.
/// </summary>
/// <param name="repository">The private repository, which they fill.</param>
/// <param name="remote">The remote.</param>
internal sealed class FetchCommand(PrivateRepository repository, GitRemote remote)
{
    private static readonly TimeSpan s_slow = TimeSpan.FromSeconds(1);
    private static readonly string[] s_options = ["--no-tags", "--no-write-fetch-head", "--recurse-submodules=no"];

    // From a path all folders at once: bytes cost nothing there, children do.
    private FetchReach? _reach = repository.FetchProtocol == "file" ? FetchReach.Trees : FetchReach.Itself;
    private string? _tipRef;
    private string? _tip;

    /// <summary>Whether anything was fetched.</summary>
    public bool HasFetched { get; private set; }

    /// <summary>Fetches the tip of a branch with its root folder; null where the remote has no such branch.</summary>
    public async Task<string?> FetchTipAsync(
        string branch, Func<string, CancellationToken, Task<bool>> isHere, IProgressStep step, CancellationToken cancellationToken)
    {
        var reference = BranchName.ToRef(branch);
        if (repository.Borrows)
        {
            var listed = await ListAsync(reference, cancellationToken);
            if (listed is null || await isHere(listed, cancellationToken))
                return listed;
        }

        var local = "refs/gitops/tips/" + branch;
        var result = await FetchAsync(reference, local, step, cancellationToken);
        if (Mismatch(result) is { } format)
        {
            repository.Adopt(format);
            result = await FetchAsync(reference, local, step, cancellationToken);
        }

        if (result.Error.Contains("couldn't find remote ref", StringComparison.Ordinal))
            return null;
        if (!result.Succeeded)
            throw GitFailure.OfRemote(remote, result);
        HasFetched = true;
        (_tipRef, _tip) = (reference, repository.Resolve(local));
        return _tip;
    }

    /// <summary>Fetches objects by id.</summary>
    /// <exception cref="TaskFailedException">The server cannot be reached, or has moved on meanwhile.</exception>
    public async Task FetchAsync(IReadOnlyCollection<string> ids, FetchReach reach, CancellationToken cancellationToken)
    {
        if (_reach is { } at)
        {
            var filter = FetchFilter.Of(reach > at ? reach : at);
            var result = await repository.Git.AskAsync(
                ["-c", "fetch.negotiationAlgorithm=noop", "fetch", "--quiet", .. s_options, "--filter=" + filter, "--stdin", "origin"],
                cancellationToken,
                Encoding.ASCII.GetBytes(string.Concat(ids.Select(id => id + "\n"))));
            repository.WriteConfiguration();
            HasFetched = true;
            if (result.Succeeded)
                return;
            if (_tipRef is null)
                throw GitFailure.OfRemote(remote, result);
        }

        await FetchMoreAsync(cancellationToken);
    }

    // The server gives no object but the tips of branches: the tip is fetched anew, with more of what is below it.
    private async Task FetchMoreAsync(CancellationToken cancellationToken)
    {
        _reach = _reach == FetchReach.Itself ? FetchReach.Trees : null;
        repository.Empty();
        var local = "refs/gitops/tips/again";
        var result = await FetchAsync(_tipRef!, local, SilentProgress.Instance, cancellationToken);
        if (!result.Succeeded)
            throw GitFailure.OfRemote(remote, result);
        if (repository.Resolve(local) != _tip)
            throw TaskFailedException.External(GitCodes.TipMoved, $"The branch moved at '{remote.Display}' while it was read.", "Run the task again; nothing was written.");
    }

    private async Task<ProcessResult> FetchAsync(string reference, string local, IProgressStep step, CancellationToken cancellationToken)
    {
        var clock = repository.Time.GetTimestamp();
        string[] filter = _reach is { } reach ? ["--filter=" + FetchFilter.OfTip(reach)] : [];
        var result = await repository.Git.AskAsync(
            ["fetch", "--progress", "--depth=1", .. s_options, .. filter, "--end-of-options", "origin", $"+{reference}:{local}"],
            cancellationToken,
            onErrorLine: GitProgress.To(step));
        repository.WriteConfiguration();
        if (result.Error.Contains("filtering not recognized", StringComparison.Ordinal))
            _reach = null;
        else if (_reach == FetchReach.Itself && repository.Time.GetElapsedTime(clock) > s_slow)
            _reach = FetchReach.Trees;
        return result;
    }

    private async Task<string?> ListAsync(string reference, CancellationToken cancellationToken)
    {
        var result = await repository.Git.AskAsync(["ls-remote", "--refs", "--end-of-options", "origin", reference], cancellationToken);
        if (!result.Succeeded)
            throw GitFailure.OfRemote(remote, result);
        return result.Text.Split('\n').Select(line => line.Split('\t')).FirstOrDefault(parts => parts.Length == 2 && parts[1] == reference)?[0];
    }

    // "fatal: mismatched algorithms: client sha1; server sha256"
    private ObjectFormat? Mismatch(ProcessResult result) =>
        !HasFetched && result.Error.Contains("mismatched algorithms", StringComparison.Ordinal)
            ? repository.Format == ObjectFormat.Sha1 ? ObjectFormat.Sha256 : ObjectFormat.Sha1
            : null;
}
