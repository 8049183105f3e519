using GitOpsTasks.Contracts;
using GitOpsTasks.Images.Policies;

namespace GitOpsTasks.Merge;

/// <summary>One call of the driver by git: from the files to the result in ours, and an exit code of 0 or 1.</summary>
/// <param name="context">Runs git, where the driver was started.</param>
/// <param name="files">What git passed.</param>
/// <param name="markers">How conflicts are written.</param>
public sealed class DriverRun(EngineContext context, MergeFiles files, MergeMarkers markers)
{
    private readonly TextMerge _text = new(context);

    /// <summary>Merges field by field; as git does where that fails. Never throws.</summary>
    public async Task<TaskOutcome<MergeResult>> MergeAsync(bool higher, CancellationToken cancellationToken)
    {
        try
        {
            var merge = new FieldwiseMerge(_text, markers, higher ? TagOrder.Natural : null);
            var merged = await merge.MergeAsync(
                files.Path, await ReadAsync(files.Base, cancellationToken), await ReadAsync(files.Ours, cancellationToken),
                await ReadAsync(files.Theirs, cancellationToken), cancellationToken);
            await WriteAsync(merged.Content);
            return Outcome(merged.HasConflicts);
        }
        catch (FieldwiseMergeException e)
        {
            return await MergeAsTextAsync(e.Message);
        }
        catch (Exception e)
        {
            // Whatever went wrong, out of memory included: git takes any exit code but 0 and 1, and an unmarked file, for
            // "keep ours", and so would lose the other side's change. What git itself would have done must be in the file.
            return await MergeAsTextAsync($"of {e.GetType().Name}");
        }
    }

    /// <summary>Merges as git does. Never throws.</summary>
    /// <param name="reason">Why it is not done field by field, after "because".</param>
    public async Task<TaskOutcome<MergeResult>> MergeAsTextAsync(string reason)
    {
        var note = Diagnostic.Warning(
            MergeCodes.MergedAsText, $"Merged as text, because {reason}.", "Look at the result; if it is not YAML, give the file another merge driver.", new SourcePlace(files.Path));
        try
        {
            var merged = await _text.MergeAsync(files, markers, CancellationToken.None);
            if (merged is null)
                return Outcome(hasConflicts: true, note);
            await WriteAsync(merged.Content);
            return Outcome(merged.HasConflicts, note);
        }
        catch (Exception)
        {
            // As above; out of memory, or without a place for scratch files, git can still do it alone.
            return await MergeInPlaceAsync(note);
        }
    }

    private async Task<TaskOutcome<MergeResult>> MergeInPlaceAsync(Diagnostic note)
    {
        try
        {
            return Outcome(!await _text.MergeInPlaceAsync(files, markers), note);
        }
        catch (Exception e)
        {
            // As above; without git, both versions go into the file whole, between markers.
            return await MarkWholeAsync(note, e);
        }
    }

    private async Task<TaskOutcome<MergeResult>> MarkWholeAsync(Diagnostic note, Exception cause)
    {
        try
        {
            await WriteAsync(WholeFileConflict.Of(await ReadAsync(files.Ours, default), await ReadAsync(files.Theirs, default), markers));
        }
        catch (Exception e)
        {
            // Nothing can be written: ours stays as it is, and the exit code still says that it is not merged.
            cause = e;
        }

        return Outcome(hasConflicts: true, note, Diagnostic.Error(
            MergeCodes.MergedAsText, $"git could not merge the file as text either: {cause.GetType().Name}.", "Merge it by hand.", new SourcePlace(files.Path)));
    }

    private Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken) => File.ReadAllBytesAsync(context.Resolve(path), cancellationToken);

    // In one step, so that a driver that is killed leaves either version whole, and on a full disk ours stays.
    private async Task WriteAsync(ReadOnlyMemory<byte> content)
    {
        var target = context.Resolve(files.Ours);
        var temporary = $"{target}.{Guid.NewGuid():N}";
        try
        {
            await File.WriteAllBytesAsync(temporary, content, CancellationToken.None);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    // No result: git shows what a driver prints to standard output among its own, and merge-tree's is read by programs.
    private TaskOutcome<MergeResult> Outcome(bool hasConflicts, params IReadOnlyList<Diagnostic> notes) => hasConflicts
        ? new(ExitCode.Findings, null, [.. notes, Diagnostic.Error(
            MergeCodes.Conflict, "Both sides changed the same place in different ways.", "Choose between the marked versions, and add the file.", new SourcePlace(files.Path))])
        : new(ExitCode.Done, null, notes);
}
