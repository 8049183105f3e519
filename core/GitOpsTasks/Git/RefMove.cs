using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Git;

/// <summary>
/// Moves a ref of a remote by compare-and-swap. Judged by what the remote has afterwards, since a push that applied can
/// still end in an error; git's words only choose the message.
/// </summary>
/// <param name="git">A private repository with the remote as <c>origin</c>.</param>
/// <param name="remote">The remote.</param>
internal sealed class RefMove(GitCommand git, GitRemote remote)
{
    private static readonly string[] s_busy = ["cannot lock ref", "failed to update ref", "incorrect old value", "reference already exists"];

    /// <summary>Moves the ref if it is still where it was.</summary>
    /// <param name="reference">Its full name.</param>
    /// <param name="expected">What it pointed at when it was read; null where it did not exist.</param>
    /// <param name="id">The object it is to point at.</param>
    /// <param name="refuse">What to throw where the server refuses for good, made from its reason.</param>
    /// <param name="cancellationToken">Cancels git.</param>
    /// <param name="step">Told how far the push is.</param>
    /// <returns>Whether the ref has the new value; false where somebody else was first, or the server was busy with it.</returns>
    /// <exception cref="TaskFailedException">The server refuses for good, or cannot be reached.</exception>
    public async Task<bool> TryAsync(
        string reference, string? expected, string id, Func<string, TaskFailedException> refuse, CancellationToken cancellationToken, IProgressStep? step = null)
    {
        var result = await git.TryAsync(
            ["push", "--porcelain", "--progress", "--recurse-submodules=no", $"--force-with-lease={reference}:{expected}", "--end-of-options", "origin", $"{id}:{reference}"],
            cancellationToken,
            onErrorLine: step is null ? null : GitProgress.To(step));
        if (result.Succeeded)
            return true;
        var now = await ValueAsync(reference, cancellationToken);
        if (now == id)
            return true;
        if (NamesCollide(result))
            throw refuse("it has another of the same name up to a slash");
        if (now != expected || IsBusy(result))
            return false;
        throw Rejection(result) is { } reason ? refuse(reason) : GitFailure.OfRemote(remote, result);
    }

    private async Task<string?> ValueAsync(string reference, CancellationToken cancellationToken)
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
