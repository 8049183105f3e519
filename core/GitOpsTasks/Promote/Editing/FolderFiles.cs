using GitOpsTasks.Edits;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Editing;

/// <summary>The files of some folders, read together: over a network each call costs, not each file.</summary>
internal sealed class FolderFiles
{
    private readonly Dictionary<TreePath, IReadOnlyList<TreeEntry>> _entries = [];
    private readonly Dictionary<TreePath, TreeFile> _files = [];

    private FolderFiles()
    {
    }

    /// <summary>Reads the YAML in some folders, and what else is wanted of them.</summary>
    public static async ValueTask<FolderFiles> ReadAsync(
        IConfigTree tree, IEnumerable<TreePath> folders, Func<TreePath, bool> isWanted, CancellationToken cancellationToken)
    {
        var read = new FolderFiles();
        foreach (var folder in folders.Distinct())
            read._entries[folder] = [.. (await tree.ListRecursivelyAsync(folder, cancellationToken)).Where(entry => entry.IsFile)];
        var paths = read._entries.Values.SelectMany(entries => entries).Select(entry => entry.Path)
            .Where(path => YamlFiles.IsYaml(path) || isWanted(path)).Distinct().ToList();
        foreach (var (path, file) in await tree.ReadAsync(paths, cancellationToken))
            read._files[path] = file;
        return read;
    }

    /// <summary>The files in a folder that were read, as they have become, by path.</summary>
    public IReadOnlyList<TreeFile> In(TreePath folder) =>
        [.. _files.Values.Where(file => file.Path.IsIn(folder)).OrderBy(file => file.Path)];

    /// <summary>The YAML files in a folder.</summary>
    public IEnumerable<TreeFile> YamlIn(TreePath folder) => In(folder).Where(file => YamlFiles.IsYaml(file.Path));

    /// <summary>Gives a file another content; null removes it.</summary>
    public void Set(TreePath path, TreeFile? file)
    {
        if (file is null)
            _files.Remove(path);
        else
            _files[path] = file;
    }
}
