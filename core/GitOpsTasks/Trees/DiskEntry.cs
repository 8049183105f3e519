namespace GitOpsTasks.Trees;

/// <summary>What stands at a path on disk.</summary>
internal static class DiskEntry
{
    /// <summary>What it is; null where nothing is, or nothing that may be looked at. Links are not followed.</summary>
    /// <param name="info">As the system lists it; for a <see cref="FileInfo"/> a folder is nothing.</param>
    public static TreeEntryKind? KindOf(FileSystemInfo info)
    {
        if (AttributesOf(info) is not { } attributes)
            return null;
        if (attributes.HasFlag(FileAttributes.ReparsePoint) && IsLink(info))
            return TreeEntryKind.SymbolicLink;
        if (attributes.HasFlag(FileAttributes.Directory))
            return info is DirectoryInfo ? TreeEntryKind.Folder : null;
        var executable = !OperatingSystem.IsWindows() && info.UnixFileMode.HasFlag(UnixFileMode.UserExecute);
        return executable ? TreeEntryKind.Executable : TreeEntryKind.File;
    }

    /// <summary>Whether a symbolic link stands there.</summary>
    public static bool IsLink(FileSystemInfo info) => info.LinkTarget is not null;

    private static FileAttributes? AttributesOf(FileSystemInfo info)
    {
        try
        {
            return info.Attributes is var attributes && (int)attributes != -1 ? attributes : null;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return null;
        }
    }
}
