using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Archives;

/// <summary>Finds what is in a folder. Symbolic links are reported as such and never followed.</summary>
internal static class FolderWalk
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>All that is below a folder, in no order.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="enters">Whether to look into a folder of a path relative to <paramref name="folder"/>.</param>
    /// <exception cref="TaskFailedException">GOT5008: a folder cannot be read.</exception>
    public static IEnumerable<(string Relative, FileSystemInfo Info)> Below(string folder, Func<string, bool>? enters = null)
    {
        var waiting = new Stack<(string Relative, DirectoryInfo Folder)>();
        waiting.Push(("", new DirectoryInfo(folder)));
        while (waiting.TryPop(out var next))
        {
            foreach (var info in List(next.Folder))
            {
                var relative = next.Relative.Length == 0 ? info.Name : $"{next.Relative}/{info.Name}";
                yield return (relative, info);
                if (info is DirectoryInfo { LinkTarget: null } inner && (enters is null || enters(relative)))
                    waiting.Push((relative, inner));
            }
        }
    }

    /// <summary>An entry for a file, folder or link.</summary>
    /// <param name="path">Its path in the archive.</param>
    /// <param name="info">The file, folder or link.</param>
    /// <param name="mode">The mode of files; null to tell programs from other files by their own mode.</param>
    /// <exception cref="TaskFailedException">GOT5008: it is a pipe, a socket or a device.</exception>
    public static ArchiveEntry Entry(string path, FileSystemInfo info, UnixFileMode? mode)
    {
        if (info.LinkTarget is { } target)
            return new ArchiveEntry(path, (UnixFileMode)0b111_111_111) { Link = OperatingSystem.IsWindows() ? target.Replace('\\', '/') : target };
        if (info is DirectoryInfo)
            return new ArchiveEntry(path, ArchiveEntry.Executable);
        if (info is FileInfo { Exists: true } file && SpecialFile.KindOf(file) is { } kind)
        {
            throw TaskFailedException.Usage(
                BuildCodes.FileUnreadable, $"'{file.FullName}' is {kind}, not a file.", "Remove it, or take a folder that holds files alone.");
        }

        return new ArchiveEntry(path, mode ?? ModeOf(info)) { Source = info.FullName };
    }

    private static UnixFileMode ModeOf(FileSystemInfo file) =>
        !OperatingSystem.IsWindows() && file.UnixFileMode.HasFlag(UnixFileMode.UserExecute)
            ? ArchiveEntry.Executable
            : ArchiveEntry.Readable;

    private static FileSystemInfo[] List(DirectoryInfo folder)
    {
        try
        {
            return folder.GetFileSystemInfos("*", Everything);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw TaskFailedException.Usage(
                BuildCodes.FileUnreadable, $"The folder '{folder.FullName}' cannot be read: {e.Message}", "Check its permissions.");
        }
    }
}
