using GitOpsTasks.Contracts;

namespace GitOpsTasks.Trees;

/// <summary>Files on disk. Symbolic links are listed but never followed, so nothing outside the root is read.</summary>
/// <param name="root">Absolute path of the root folder.</param>
public sealed class WorkTree(string root) : IConfigTree
{
    /// <inheritdoc />
    public string Revision => "worktree";

    /// <summary>Absolute path of the root folder.</summary>
    public string RootPath { get; } = Path.TrimEndingDirectorySeparator(root);

    /// <summary>The absolute path of a file or folder of the tree.</summary>
    public string FullPath(TreePath path) => Path.Join(RootPath, path.Value);

    /// <inheritdoc />
    public async ValueTask<IReadOnlyDictionary<TreePath, TreeFile>> ReadAsync(
        IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken)
    {
        var files = new Dictionary<TreePath, TreeFile>(paths.Count);
        foreach (var path in paths)
        {
            if (!IsBehindLink(path) && KindOf(new FileInfo(FullPath(path))) is { } kind and (TreeEntryKind.File or TreeEntryKind.Executable))
                files[path] = new TreeFile(path, await ReadBytesAsync(path, cancellationToken), kind);
        }

        return files;
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<TreeEntry>> ListAsync(TreePath folder, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<TreeEntry>>(IsBehindLink(folder) ? [] : [.. List(folder)]);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<TreeEntry>> ListRecursivelyAsync(TreePath folder, CancellationToken cancellationToken)
    {
        var entries = new List<TreeEntry>();
        if (!folder.IsRoot && !IsBehindLink(folder.Parent) && KindOf(new FileInfo(FullPath(folder))) is { } kind)
            entries.Add(new TreeEntry(folder, kind));
        var folders = new Stack<TreePath>(IsBehindLink(folder) ? [] : [folder]);
        while (folders.TryPop(out var next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var entry in List(next))
            {
                if (entry.IsFolder)
                    folders.Push(entry.Path);
                else
                    entries.Add(entry);
            }
        }

        return ValueTask.FromResult<IReadOnlyList<TreeEntry>>([.. entries.OrderBy(entry => entry.Path)]);
    }

    /// <summary>Whether a symbolic link stands anywhere on the way from the root to the path, itself included.</summary>
    internal bool IsBehindLink(TreePath path)
    {
        for (var at = path; !at.IsRoot; at = at.Parent)
        {
            if (new FileInfo(FullPath(at)).LinkTarget is not null)
                return true;
        }

        return false;
    }

    /// <summary>Where a symbolic link of the tree leads.</summary>
    internal LinkTarget TargetOf(TreePath link)
    {
        try
        {
            var target = new FileInfo(FullPath(link)).ResolveLinkTarget(returnFinalTarget: true);
            if (target is null || !WorkTreeLocation.IsInside(RootPath, target.FullName)
                || !TreePath.TryParse(Path.GetRelativePath(RootPath, target.FullName).Replace('\\', '/'), out var path))
                return new LinkTarget(null, "out of the repository");
            if (IsBehindLink(path))
                return new LinkTarget(null, "through another link");
            if (Directory.Exists(target.FullName))
                return new LinkTarget(null, "to a folder");
            return File.Exists(target.FullName) ? new LinkTarget(path, "") : new LinkTarget(null, "to nothing");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new LinkTarget(null, "in a circle, or where nobody may read");
        }
    }

    // Pipes and devices have no size and may never end: like all that is empty, they are not opened.
    private async Task<byte[]> ReadBytesAsync(TreePath path, CancellationToken cancellationToken)
    {
        try
        {
            var content = new FileInfo(FullPath(path)).Length == 0 ? [] : await File.ReadAllBytesAsync(FullPath(path), cancellationToken);
            return IsBehindLink(path) ? throw new IOException("It became a link while it was read.") : content;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw Unreadable(path);
        }
    }

    private static TaskFailedException Unreadable(TreePath path) => TaskFailedException.Usage(
        UsageCodes.PathNotFound, $"'{(path.IsRoot ? "." : path)}' cannot be read.", "Check that it exists and that you may read it.");

    private FileSystemInfo[] InfosIn(TreePath folder)
    {
        try
        {
            var directory = new DirectoryInfo(FullPath(folder));
            return directory.Exists ? directory.GetFileSystemInfos() : [];
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw Unreadable(folder);
        }
    }

    private IEnumerable<TreeEntry> List(TreePath folder)
    {
        foreach (var info in InfosIn(folder).OrderBy(info => info.Name, StringComparer.Ordinal))
        {
            if (TreePath.TryParse(folder.IsRoot ? info.Name : $"{folder}/{info.Name}", out var path) && KindOf(info) is { } kind)
                yield return new TreeEntry(path, kind);
        }
    }

    private static TreeEntryKind? KindOf(FileSystemInfo info)
    {
        if (info.LinkTarget is not null)
            return TreeEntryKind.SymbolicLink;
        if (info is DirectoryInfo)
            return TreeEntryKind.Folder;
        if (!info.Exists)
            return null;
        var executable = !OperatingSystem.IsWindows() && info.UnixFileMode.HasFlag(UnixFileMode.UserExecute);
        return executable ? TreeEntryKind.Executable : TreeEntryKind.File;
    }
}
