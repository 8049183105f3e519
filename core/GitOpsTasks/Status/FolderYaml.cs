using GitOpsTasks.Edits;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Status;

/// <summary>The YAML files of some folders, read together: over a network each call costs, not each file.</summary>
internal sealed class FolderYaml
{
    private readonly Dictionary<TreePath, List<TreeFile>> _files = [];

    private FolderYaml()
    {
    }

    /// <summary>Reads the files.</summary>
    public static async ValueTask<FolderYaml> ReadAsync(IConfigTree tree, IEnumerable<TreePath> folders, CancellationToken cancellationToken)
    {
        var read = new FolderYaml();
        var wanted = folders.ToHashSet();
        var paths = await YamlFiles.FindAsync(tree, [.. wanted], cancellationToken);
        foreach (var (_, file) in (await tree.ReadAsync(paths, cancellationToken)).OrderBy(pair => pair.Key))
            read.Add(file, wanted);
        return read;
    }

    /// <summary>The files at or below a folder that was read, by path.</summary>
    public IReadOnlyList<TreeFile> In(TreePath folder) => _files.GetValueOrDefault(folder) ?? [];

    /// <summary>Whether a folder has any.</summary>
    public bool Has(TreePath folder) => _files.ContainsKey(folder);

    private void Add(TreeFile file, HashSet<TreePath> wanted)
    {
        for (var folder = file.Path.Parent; ; folder = folder.Parent)
        {
            if (wanted.Contains(folder))
            {
                if (!_files.TryGetValue(folder, out var files))
                    _files[folder] = files = [];
                files.Add(file);
            }

            if (folder.IsRoot)
                return;
        }
    }
}
