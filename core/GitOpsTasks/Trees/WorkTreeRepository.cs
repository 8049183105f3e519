using GitOpsTasks.Contracts;

namespace GitOpsTasks.Trees;

/// <summary>
/// Takes edits to files on disk. The tip is what the files hold: a file that changes between reading and writing makes the
/// edit run again. All new contents are written before the first file is replaced.
/// </summary>
/// <param name="tree">The files.</param>
public sealed class WorkTreeRepository(WorkTree tree) : IConfigRepository
{
    private const int Attempts = 5;

    /// <inheritdoc />
    public Task<IConfigTree> SnapshotAsync(string branch, CancellationToken cancellationToken) =>
        Task.FromResult<IConfigTree>(tree);

    /// <inheritdoc />
    public async Task<CommitOutcome> CommitAsync(CommitRequest request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var run = await EditRun.OnAsync(new FrozenTree(tree), request, cancellationToken);
            if (run.Changes.IsEmpty || request.DryRun || await TryWriteAsync(run, cancellationToken))
                return run.Unwritten(tree.Revision, attempt);
        }

        throw TaskFailedException.External(
            TreeCodes.ChangedMeanwhile,
            "The files changed each time between being read and being written.",
            "Find what else writes to them, and run the task when it has ended.");
    }

    private async Task<bool> TryWriteAsync(EditRun run, CancellationToken cancellationToken)
    {
        var staged = new List<StagedFile>();
        try
        {
            foreach (var change in run.Changes.Files)
                staged.Add(await StageAsync(change, cancellationToken));
            if (!await IsUnchangedAsync(run, cancellationToken))
                return false;
            foreach (var file in staged)
                file.Replace();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed("A file could not be replaced", "Look at what was changed with git, and check permissions.", e);
        }
        finally
        {
            foreach (var file in staged)
                file.Dispose();
        }
    }

    private async Task<StagedFile> StageAsync(FileChange change, CancellationToken cancellationToken)
    {
        try
        {
            return await StagedFile.StageAsync(tree, change, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // The last is what .NET makes of EFBIG: the user's limit on file sizes.
            throw Failed($"'{change.Path}' could not be written", "Nothing was changed; check permissions and free space.", e);
        }
    }

    private static TaskFailedException Failed(string what, string advice, Exception e) => new(
        ExitCode.External, Diagnostic.Error(UsageCodes.WriteFailed, $"{what}: {e.Message}", advice), e);

    private async Task<bool> IsUnchangedAsync(EditRun run, CancellationToken cancellationToken)
    {
        var now = await tree.ReadAsync([.. run.Changes.Files.Select(change => change.Path)], cancellationToken);
        return run.Changes.Files.All(change =>
            now.TryGetValue(change.Path, out var file)
                ? run.Before.TryGetValue(change.Path, out var read) && file.Content.Span.SequenceEqual(read.Content.Span)
                : !run.Before.ContainsKey(change.Path));
    }
}
