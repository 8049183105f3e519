using GitOpsTasks.Contracts;

namespace GitOpsTasks.Trees;

/// <summary>New content of a file, on disk beside it under a temporary name, to be moved over it in one step.</summary>
internal sealed class StagedFile : IDisposable
{
    private readonly string _target;
    private readonly string? _temporary;

    private StagedFile(string target, string? temporary)
    {
        _target = target;
        _temporary = temporary;
    }

    /// <summary>Writes the new content, and flushes it where it is to replace a file; a removal stages nothing.</summary>
    public static async Task<StagedFile> StageAsync(WorkTree tree, FileChange change, CancellationToken cancellationToken)
    {
        if (tree.IsBehindLink(change.Path))
        {
            throw TaskFailedException.Findings(
                TreeCodes.NotARegularFile, $"'{change.Path}' is, or lies behind, a symbolic link.", "Name the file itself.");
        }

        var target = tree.FullPath(change.Path);
        if (Directory.Exists(target))
        {
            throw TaskFailedException.Findings(
                TreeCodes.NotARegularFile, $"'{change.Path}' is a folder where a file should be.", "Move the folder away, or choose another name.");
        }

        if (change.Content is not { } content)
            return new StagedFile(target, null);
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        var staged = new StagedFile(target, Path.Join(folder, $".gitops-{Guid.NewGuid():N}"));
        try
        {
            await staged.WriteAsync(content, change.Kind, cancellationToken);
            return staged;
        }
        catch
        {
            staged.Dispose();
            throw;
        }
    }

    /// <summary>Moves the new content over the file, or removes the file.</summary>
    public void Replace()
    {
        if (_temporary is null)
            File.Delete(_target);
        else
            File.Move(_temporary, _target, overwrite: true);
    }

    /// <summary>Removes the temporary file where it was not moved.</summary>
    public void Dispose()
    {
        if (_temporary is not null)
            File.Delete(_temporary);
    }

    // What replaces a file is never readable by more people than the file is, not even for a moment.
    private FileStreamOptions Creating()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows() && File.Exists(_target))
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> content, TreeEntryKind kind, CancellationToken cancellationToken)
    {
        await using (var stream = new FileStream(_temporary!, Creating()))
        {
            await stream.WriteAsync(content, cancellationToken);
            // A new file has nothing to lose, and a flush takes longer than all else of writing it.
            if (File.Exists(_target))
                stream.Flush(flushToDisk: true);
        }

        if (OperatingSystem.IsWindows())
            return;
        if (File.Exists(_target))
            File.SetUnixFileMode(_temporary!, File.GetUnixFileMode(_target));
        else if (kind == TreeEntryKind.Executable)
            File.SetUnixFileMode(_temporary!, File.GetUnixFileMode(_temporary!) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }
}
