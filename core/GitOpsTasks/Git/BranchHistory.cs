using System.Globalization;
using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>
/// Commits and folders of the last few hundred commits, fetched without files into a repository of their own when they are
/// first asked for.
/// </summary>
/// <param name="context">Environment, processes, scratch space.</param>
/// <param name="remote">The remote.</param>
/// <param name="transport">Reads files.</param>
internal sealed class BranchHistory(EngineContext context, GitRemote remote, GitTransport transport) : IDisposable
{
    private const int Depth = 300;
    private const string Format = "--format=%x1e%H%x00%P%x00%an%x00%ae%x00%ct%x00%B%x00";

    private readonly HashSet<string> _fetched = new(StringComparer.Ordinal);
    private ScratchDirectory? _scratch;
    private PrivateRepository? _repository;

    /// <summary>How a branch stands to its base, which is not a parent of its tip.</summary>
    public async Task<BranchComparison> CompareAsync(
        string branch, IConfigTree tip, string baseBranch, IConfigTree @base, CancellationToken cancellationToken)
    {
        await FetchAsync([branch, baseBranch], [tip.Revision, @base.Revision], cancellationToken);
        var found = await TryAsync(["merge-base", "--end-of-options", @base.Revision, tip.Revision], cancellationToken);
        var ancestor = found.Succeeded ? found.Text : null;
        var commits = await LogAsync(["--no-merges", "--name-only", $"{@base.Revision}..{tip.Revision}"], cancellationToken);
        return new BranchComparison(tip, @base)
        {
            IsBehind = ancestor != @base.Revision,
            IsMerged = ancestor == tip.Revision,
            IsConflicted = ancestor is null
                || (ancestor != @base.Revision && ancestor != tip.Revision && await ConflictsAsync(ancestor, tip, @base, cancellationToken)),
            Commits = commits,
        };
    }

    /// <summary>The commits of a branch that changed something at or below some paths, newest first.</summary>
    public async Task<IReadOnlyList<HistoryCommit>> ChangesAsync(
        string branch, IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken)
    {
        await FetchAsync([branch], [], cancellationToken);
        return await LogAsync(["--first-parent", LocalRef(branch), "--", .. paths.Select(path => ":(literal)" + path.Value)], cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _scratch?.Dispose();

    private async Task<bool> ConflictsAsync(string ancestor, IConfigTree tip, IConfigTree @base, CancellationToken cancellationToken)
    {
        var theirs = await ChangedAsync(ancestor, tip.Revision, cancellationToken);
        theirs.IntersectWith(await ChangedAsync(ancestor, @base.Revision, cancellationToken));
        var paths = theirs.Select(text => TreePath.TryParse(text, out var path) ? path : TreePath.Root).ToList();
        if (paths.Count == 0)
            return false;
        try
        {
            return await new TextMerge(context).ConflictsAsync(paths, transport.TreeOf(ancestor), @base, tip, cancellationToken);
        }
        catch (TaskFailedException)
        {
            // A server that gives no old commit: that the branch is made anew is right in any case.
            return true;
        }
    }

    private async Task<HashSet<string>> ChangedAsync(string from, string to, CancellationToken cancellationToken) =>
        [.. (await RunAsync(["diff-tree", "-r", "-z", "--no-renames", "--name-only", "--end-of-options", from, to], cancellationToken)).Text
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)];

    private async Task<IReadOnlyList<HistoryCommit>> LogAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var output = (await RunAsync(["log", "-z", "--encoding=UTF-8", "--no-renames", "--no-show-signature", Format, .. arguments], cancellationToken)).Output;
        return [.. Encoding.UTF8.GetString(output.Span).Split('\x1e', StringSplitOptions.RemoveEmptyEntries).Select(Read).OfType<HistoryCommit>()];
    }

    private static HistoryCommit? Read(string record) => record.Split('\0') is [var id, var parents, var name, var mail, var time, var message, .. var files]
        && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new HistoryCommit(id, new CommitIdentity(name, mail), DateTimeOffset.FromUnixTimeSeconds(seconds), message)
            {
                IsMerge = parents.Contains(' '),
                Files = [.. files.Select(file => file.TrimStart('\n')).Where(file => file.Length > 0)],
            }
            : null;

    // A branch that moved since its tip was read is fetched with more than that tip; the tip is in its history all the same.
    private async Task FetchAsync(IReadOnlyList<string> branches, IReadOnlyList<string> tips, CancellationToken cancellationToken)
    {
        if (branches.All(_fetched.Contains) && await HasAsync(tips, cancellationToken))
            return;
        _repository ??= await CreateAsync(cancellationToken);
        var result = await _repository.Git.AskAsync(
            [
                "fetch", "--quiet", $"--depth={Depth}", "--filter=blob:none", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no",
                "--end-of-options", "origin", .. branches.Select(branch => $"+{BranchName.ToRef(branch)}:{LocalRef(branch)}"),
            ],
            cancellationToken);
        if (!result.Succeeded)
            throw GitFailure.OfRemote(remote, result);
        _repository.WriteConfiguration();
        _fetched.UnionWith(branches);
    }

    private async Task<bool> HasAsync(IReadOnlyList<string> commits, CancellationToken cancellationToken)
    {
        foreach (var commit in commits)
        {
            if (!(await TryAsync(["cat-file", "-e", commit + "^{tree}"], cancellationToken)).Succeeded)
                return false;
        }

        return true;
    }

    private async Task<PrivateRepository> CreateAsync(CancellationToken cancellationToken)
    {
        _scratch = new ScratchDirectory(context, "history");
        var made = await PrivateRepository.CreateAsync(context, _scratch.FullPath, remote, lender: null, origin: null, cancellationToken);
        if (transport.Format != made.Format)
            made.Adopt(transport.Format);
        return made;
    }

    private Task<ProcessResult> TryAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        _repository!.Git.TryAsync(arguments, cancellationToken);

    private Task<ProcessResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        _repository!.Git.RunAsync(arguments, cancellationToken);

    private static string LocalRef(string branch) => "refs/gitops/history/" + branch;
}
