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
    /// <summary>Moves the ref if it is still where it was. Faults that pass are tried again a few times.</summary>
    /// <param name="reference">Its full name.</param>
    /// <param name="expected">What it pointed at when it was read; null where it did not exist.</param>
    /// <param name="id">The object it is to point at; null deletes it.</param>
    /// <param name="refuse">What to throw where the server refuses for good, made from its reason.</param>
    /// <param name="cancellationToken">Cancels git.</param>
    /// <param name="step">Told how far the push is.</param>
    /// <exception cref="TaskFailedException">The server refuses for good, or cannot be reached.</exception>
    public async Task<RefMoveResult> TryAsync(
        string reference, string? expected, string? id, Func<string, TaskFailedException> refuse, CancellationToken cancellationToken, IProgressStep? step = null)
    {
        var isOpen = false;
        var (result, push) = await git.Persistence.RunAsync(
            async token =>
            {
                var push = await PushAsync(reference, expected, id, step, token);
                var report = PushReport.Of(push);
                if (push.Succeeded)
                    return (RefMoveResult.Moved, push);
                var lost = isOpen || !report.IsAnswered ? RefMoveResult.Unsettled : RefMoveResult.Lost;
                if (report.WasNotSent)
                    return (lost, push);
                isOpen |= !report.IsAnswered;
                var now = await ValueAsync(reference, push, token);
                if (now == id)
                    return (RefMoveResult.Moved, push);
                if (report.NamesCollide)
                    throw refuse("it has another of the same name up to a slash");
                if (now != expected || report.Passes)
                    return (lost, push);
                return report.Reason is { } reason ? throw refuse(reason) : ((RefMoveResult?)null, push);
            },
            attempt => attempt.Item1 is null && GitFailure.IsTransient(attempt.push),
            cancellationToken);
        return result ?? throw GitFailure.OfRemote(remote, push);
    }

    // A push that is stopped at its deadline may have been applied all the same.
    private async Task<ProcessResult> PushAsync(
        string reference, string? expected, string? id, IProgressStep? step, CancellationToken cancellationToken)
    {
        try
        {
            return await git.TryAsync(
                ["push", "--porcelain", "--progress", "--recurse-submodules=no", $"--force-with-lease={reference}:{expected}", "--end-of-options", "origin", $"{id}:{reference}"],
                cancellationToken,
                onErrorLine: step is null ? null : GitProgress.To(step));
        }
        catch (TimeoutException late)
        {
            return new ProcessResult(-1, default, "fatal: " + late.Message);
        }
    }

    private async Task<string?> ValueAsync(string reference, ProcessResult push, CancellationToken cancellationToken)
    {
        var result = await git.AskAsync(["ls-remote", "--refs", "--end-of-options", "origin", reference], cancellationToken);
        if (result.Succeeded)
            return result.Text.Split('\t')[0] is { Length: > 0 } id ? id : null;
        throw PushReport.Of(push).IsAnswered || !GitFailure.IsTransient(result)
            ? GitFailure.OfRemote(remote, result)
            : TaskFailedException.External(
                GitCodes.PushUnsettled,
                $"It is not known whether the push to '{remote.Display}' was applied: {GitFailure.LastLine(push)}, and then {GitFailure.LastLine(result)}.",
                "Run the task again when the server answers: it adds what is missing and nothing else.");
    }
}
