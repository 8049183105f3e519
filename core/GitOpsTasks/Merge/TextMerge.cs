using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Merge;

/// <summary>git's own merge of three texts: <c>git merge-file</c>, with <c>merge.conflictStyle</c> from git's configuration.</summary>
/// <param name="context">Runs git where the driver was started.</param>
internal sealed class TextMerge(EngineContext context)
{
    /// <summary>Merges texts.</summary>
    /// <returns>Null where git does not merge them: they are binary, or git failed.</returns>
    public async Task<MergedText?> MergeAsync(
        ReadOnlyMemory<byte> @base, ReadOnlyMemory<byte> ours, ReadOnlyMemory<byte> theirs, MergeMarkers markers, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchDirectory(context, "merge");
        var files = new MergeFiles(Path.Join(scratch.FullPath, "base"), Path.Join(scratch.FullPath, "ours"), Path.Join(scratch.FullPath, "theirs"), "");
        await File.WriteAllBytesAsync(files.Base, @base, cancellationToken);
        await File.WriteAllBytesAsync(files.Ours, ours, cancellationToken);
        await File.WriteAllBytesAsync(files.Theirs, theirs, cancellationToken);
        return await MergeAsync(files, markers, cancellationToken);
    }

    /// <summary>Merges files; none is changed.</summary>
    /// <returns>Null where git does not merge them: they are binary, missing, or git failed.</returns>
    public async Task<MergedText?> MergeAsync(MergeFiles files, MergeMarkers markers, CancellationToken cancellationToken)
    {
        var result = await RunAsync(files, markers, ["-p"], cancellationToken);
        return Merged(result) ? new MergedText(result.Output, result.ExitCode > 0) : null;
    }

    /// <summary>Merges files into ours, without holding any in memory.</summary>
    /// <returns>Whether git merged them without conflict.</returns>
    public async Task<bool> MergeInPlaceAsync(MergeFiles files, MergeMarkers markers) =>
        (await RunAsync(files, markers, [], CancellationToken.None)).Succeeded;

    // The number of conflicts, 127 at most; more means failure.
    private static bool Merged(ProcessResult result) => result.ExitCode is >= 0 and <= 127;

    private Task<ProcessResult> RunAsync(MergeFiles files, MergeMarkers markers, string[] options, CancellationToken cancellationToken) =>
        context.RunProcess(
            new ProcessCommand(
                "git",
                [
                    "merge-file", "-q", .. options, $"--marker-size={markers.Size}", "-L", markers.Ours, "-L", markers.Base, "-L", markers.Theirs, "--",
                    context.Resolve(files.Ours), context.Resolve(files.Base), context.Resolve(files.Theirs),
                ])
            {
                WorkingDirectory = context.Directory,
                Environment = context.Environment,
                Deadline = TimeSpan.FromMinutes(2),
            },
            cancellationToken);
}
