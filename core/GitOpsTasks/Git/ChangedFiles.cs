using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>The files in which a work tree differs from where it left a revision, as a pull request shows them.</summary>
public static class ChangedFiles
{
    private const int LongestRevision = 250;

    /// <summary>The files that differ between the merge base of a revision and HEAD, and the work tree; those git does not know included.</summary>
    /// <param name="context">Starts git.</param>
    /// <param name="tree">The work tree.</param>
    /// <param name="revision">A branch, tag or commit.</param>
    /// <param name="unknownCode">The code of the failure where there is no such revision, or no history in common.</param>
    /// <param name="cancellationToken">Cancels asking.</param>
    /// <exception cref="TaskFailedException">Exit code 2: there is no such revision.</exception>
    public static async Task<IReadOnlySet<TreePath>> SinceAsync(
        EngineContext context, WorkTree tree, string revision, string unknownCode, CancellationToken cancellationToken)
    {
        var git = await CheckoutCommand.In(context, tree.RootPath).WithoutFiltersAsync(cancellationToken);
        var commit = await AskAsync(git, IsRevision(revision) ? ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"] : null, cancellationToken)
            ?? throw Unknown(unknownCode, $"There is no revision '{revision}' in this checkout.");
        var start = await AskAsync(git, ["merge-base", commit, "HEAD"], cancellationToken)
            ?? throw Unknown(unknownCode, $"'{revision}' and HEAD have no history in common in this checkout.");
        var changed = await git.ListAsync(
            ["diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--no-renames", "--ignore-submodules=all", start, "--"], cancellationToken);
        var untracked = await git.ListAsync(["ls-files", "--others", "--exclude-standard", "-z"], cancellationToken);
        var paths = new HashSet<TreePath>();
        foreach (var name in changed.Concat(untracked))
        {
            if (TreePath.TryParse(name, out var path))
                paths.Add(path);
        }

        return paths;
    }

    private static async Task<string?> AskAsync(CheckoutCommand git, IReadOnlyList<string>? arguments, CancellationToken cancellationToken) =>
        arguments is not null && await git.TryAsync(arguments, cancellationToken) is { Succeeded: true, Text: { Length: > 0 } id } ? id.Split('\n')[0] : null;

    // git itself knows what a revision is; here only what it could take for something else is kept from it.
    private static bool IsRevision(string text) =>
        text.Length is > 0 and <= LongestRevision && text[0] != '-' && !text.Any(char.IsControl) && !text.Contains("..", StringComparison.Ordinal) && text[0] != '^';

    private static TaskFailedException Unknown(string code, string message) => TaskFailedException.Usage(
        code, message, "Give a branch, tag or commit that is fetched, such as origin/main; CI systems fetch it with 'fetch-depth: 0'.");
}
