using GitOpsTasks.Contracts;

namespace GitOpsTasks.Trees;

/// <summary>Files on disk. Symbolic links are listed but never followed, so nothing outside the root is read.</summary>
/// <param name="root">Absolute path of the root folder.</param>
public sealed class WorkTree(string root) : IConfigTree
{
    // Below so many folders, a second core would wait longer for its turn than it helps.
    private const int FoldersForOneCore = 16;

    /// <inheritdoc />
    public string Revision => "worktree";

    /// <inheritdoc />
    public bool IsSafeForThreads => true;

    /// <summary>Absolute path of the root folder.</summary>
    public string RootPath { get; } = Path.TrimEndingDirectorySeparator(root);

    /// <summary>How many bytes a file may have. Of a longer one so many are read and one more, by which it shows.</summary>
    public int MostBytes { get; init; } = Array.MaxLength - 1;

    /// <summary>The absolute path of a file or folder of the tree.</summary>
    public string FullPath(TreePath path) => Path.Join(RootPath, path.Value);

    /// <inheritdoc />
    public ValueTask<IReadOnlyDictionary<TreePath, TreeFile>> ReadAsync(
        IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken)
    {
        var files = new Dictionary<TreePath, TreeFile>(paths.Count);
        var links = new LinkedPaths(this);
        foreach (var path in paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var info = new FileInfo(FullPath(path));
            if (!links.IsBehindLink(path.Parent) && DiskEntry.KindOf(info) is { } kind and (TreeEntryKind.File or TreeEntryKind.Executable)
                && ReadBytes(path, info) is { } content)
                files[path] = new TreeFile(path, content, kind);
        }

        // What became a link while files were read may have led out of the tree.
        links = new LinkedPaths(this);
        return files.Keys.FirstOrDefault(links.IsBehindLink) is { IsRoot: false } moved ? throw Unreadable(moved) : new(files);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<TreeEntry>> ListAsync(TreePath folder, CancellationToken cancellationToken)
    {
        var entries = IsBehindLink(folder) ? [] : List(folder);
        entries.Sort((a, b) => a.Path.CompareTo(b.Path));
        return new(entries);
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<TreeEntry>> ListRecursivelyAsync(TreePath folder, CancellationToken cancellationToken)
    {
        if (!folder.IsRoot && !IsBehindLink(folder.Parent) && DiskEntry.KindOf(new FileInfo(FullPath(folder))) is { } kind)
            return [new TreeEntry(folder, kind)];
        if (IsBehindLink(folder))
            return [];
        var entries = new List<TreeEntry>();
        for (List<TreePath> level = [folder]; level.Count > 0;)
        {
            var found = new List<TreeEntry>[level.Count];
            var cores = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = level.Count < FoldersForOneCore ? 1 : -1 };
            await Parallel.ForAsync(0, level.Count, cores, (index, _) =>
            {
                found[index] = List(level[index]);
                return ValueTask.CompletedTask;
            });
            entries.AddRange(found.SelectMany(list => list).Where(entry => !entry.IsFolder));
            level = [.. found.SelectMany(list => list).Where(entry => entry.IsFolder).Select(entry => entry.Path)];
        }

        entries.Sort((a, b) => a.Path.CompareTo(b.Path));
        return entries;
    }

    /// <summary>Whether a symbolic link stands anywhere on the way from the root to the path, itself included.</summary>
    internal bool IsBehindLink(TreePath path) => new LinkedPaths(this).IsBehindLink(path);

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
    private byte[]? ReadBytes(TreePath path, FileInfo info)
    {
        try
        {
            if (info.Length == 0)
                return [];
            var content = GC.AllocateUninitializedArray<byte>((int)Math.Min(info.Length, MostBytes + 1L));
            using var file = File.OpenHandle(info.FullName, share: FileShare.ReadWrite | FileShare.Delete);
            var length = 0;
            while (length < content.Length && RandomAccess.Read(file, content.AsSpan(length), length) is var count and > 0)
                length += count;
            return length == content.Length ? content : content[..length];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw Unreadable(path);
        }
    }

    private static TaskFailedException Unreadable(TreePath path) => TaskFailedException.Usage(
        UsageCodes.PathNotFound, $"'{(path.IsRoot ? "." : path)}' cannot be read.", "Check that it exists and that you may read it.");

    private List<TreeEntry> List(TreePath folder)
    {
        var entries = new List<TreeEntry>();
        try
        {
            var directory = new DirectoryInfo(FullPath(folder));
            foreach (var info in directory.Exists ? directory.GetFileSystemInfos() : [])
            {
                if (folder.TryChild(info.Name, out var path) && DiskEntry.KindOf(info) is { } kind)
                    entries.Add(new TreeEntry(path, kind));
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw Unreadable(folder);
        }

        return entries;
    }
}
