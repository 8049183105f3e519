using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Init.Sources;

/// <summary>The files of a repository that something may be derived from. Links are not followed.</summary>
internal sealed class Repository
{
    private const int MostFiles = 50_000;
    private const int MostLevels = 16;
    private const int MostBytes = 1024 * 1024;

    // What builds, package managers and editors leave behind.
    private static readonly HashSet<string> s_ignored = new(StringComparer.OrdinalIgnoreCase)
    {
        ".git", ".hg", ".svn", "bin", "obj", "node_modules", "vendor", "target", "dist", ".venv", "venv", "__pycache__", ".terraform", ".idea", ".vs", ".gitops", ".gradle",
    };

    private readonly WorkTree _tree;
    private readonly HashSet<TreePath> _known;
    private readonly HashSet<TreePath> _folders = [];

    private Repository(WorkTree tree, IReadOnlyList<TreePath> files, bool isWhole)
    {
        _tree = tree;
        Files = files;
        IsWhole = isWhole;
        _known = [.. files];
        foreach (var file in files)
        {
            for (var folder = file.Parent; _folders.Add(folder) && !folder.IsRoot;)
                folder = folder.Parent;
        }
    }

    /// <summary>The files, ordered by path.</summary>
    public IReadOnlyList<TreePath> Files { get; }

    /// <summary>Whether all of it was looked at.</summary>
    public bool IsWhole { get; }

    /// <summary>The absolute path of its root.</summary>
    public string RootPath => _tree.RootPath;

    /// <summary>Lists the files of a work tree, as far as they are any use.</summary>
    public static async Task<Repository> LookAsync(string root, CancellationToken cancellationToken)
    {
        var tree = new WorkTree(root) { MostBytes = MostBytes };
        var files = new List<TreePath>();
        var isWhole = true;
        List<TreePath> level = [TreePath.Root];
        for (var depth = 0; level.Count > 0; depth++)
        {
            if (depth == MostLevels || files.Count > MostFiles)
            {
                isWhole = false;
                break;
            }

            var next = new List<TreePath>();
            foreach (var folder in level)
            {
                var entries = await tree.ListAsync(folder, cancellationToken);
                files.AddRange(entries.Where(entry => entry.IsFile).Select(entry => entry.Path));
                next.AddRange(entries.Where(entry => entry.IsFolder && !s_ignored.Contains(entry.Path.Name)).Select(entry => entry.Path));
            }

            level = next;
        }

        files.Sort();
        return new Repository(tree, files, isWhole);
    }

    /// <summary>Whether there is such a file or folder.</summary>
    public bool Has(TreePath path) => _known.Contains(path) || _folders.Contains(path);

    /// <summary>The bytes of a file; null where there is none, or it is too large to be what it seems.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(TreePath path, CancellationToken cancellationToken)
    {
        var found = await _tree.ReadAsync([path], cancellationToken);
        return found.TryGetValue(path, out var file) && file.Content.Length <= MostBytes ? file.Content : default(ReadOnlyMemory<byte>?);
    }

    /// <summary>The text of a file; null where there is none.</summary>
    public async Task<string?> ReadTextAsync(TreePath path, CancellationToken cancellationToken) =>
        await ReadAsync(path, cancellationToken) is { } content ? System.Text.Encoding.UTF8.GetString(content.Span).TrimStart('\uFEFF') : null;

    /// <summary>The same, of some files and folders only.</summary>
    /// <exception cref="TaskFailedException">One is not there.</exception>
    public Repository Within(IReadOnlyList<TreePath> paths)
    {
        if (paths.Count == 0)
            return this;
        return new Repository(_tree, [.. Files.Where(file => paths.Any(file.IsIn))], IsWhole);
    }
}
