using System.Globalization;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Git;

/// <summary>What a checkout on disk says about itself: where it comes from and what it holds. Only read, never changed.</summary>
/// <param name="Root">Absolute path of its root.</param>
/// <param name="Commit">The commit that is checked out.</param>
/// <param name="CommitTime">When it was committed.</param>
/// <param name="Branch">The branch checked out; null for a detached head.</param>
/// <param name="Tag">A tag that points at the commit; null where there is none.</param>
/// <param name="Origin">The address of the remote named origin; null where there is none.</param>
public sealed record SourceCheckout(string Root, string Commit, DateTimeOffset CommitTime, string? Branch, string? Tag, string? Origin)
{
    /// <summary>Reads the checkout around a folder; null where it is not in one, or it has no commit.</summary>
    /// <param name="context">Environment and processes.</param>
    /// <param name="folder">An absolute path.</param>
    /// <param name="cancellationToken">Cancels git.</param>
    public static async Task<SourceCheckout?> FindAsync(EngineContext context, string folder, CancellationToken cancellationToken)
    {
        if (Trees.WorkTreeLocation.RootOf(folder) is not { } root)
            return null;
        var head = await RunAsync(["log", "-1", "--format=%H %ct"], context, root, cancellationToken);
        if (head?.Split(' ') is not [var commit, var seconds])
            return null;
        return new SourceCheckout(
            root,
            commit,
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)),
            await RunAsync(["symbolic-ref", "--quiet", "--short", "HEAD"], context, root, cancellationToken),
            (await RunAsync(["tag", "--points-at", "HEAD"], context, root, cancellationToken))?.Split('\n')[^1],
            await RunAsync(["remote", "get-url", "origin"], context, root, cancellationToken));
    }

    private static async Task<string?> RunAsync(
        IReadOnlyList<string> arguments, EngineContext context, string root, CancellationToken cancellationToken)
    {
        var result = await context.RunProcess(
            new ProcessCommand("git", ["-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "safe.directory=" + root, .. arguments])
            {
                WorkingDirectory = root,
                Environment = context.Environment.With([new("GIT_OPTIONAL_LOCKS", "0"), new("GIT_ALLOW_PROTOCOL", "none"), new("LC_ALL", "C")]),
            },
            cancellationToken);
        return result is { Succeeded: true, Text.Length: > 0 } ? result.Text : null;
    }
}
