using System.Text;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>A commit in a bare repository as a snapshot: folders from its trees, blobs fetched when they are read.</summary>
/// <param name="git">The private repository.</param>
/// <param name="objects">Reads blobs.</param>
/// <param name="commit">The commit's id.</param>
internal sealed class CommitTree(GitCommand git, ObjectReader objects, string commit) : IConfigTree
{
    private const int PathsPerCall = 200;
    private readonly Dictionary<TreePath, IReadOnlyList<TreeEntry>> _folders = [];

    /// <inheritdoc />
    public string Revision => commit;

    /// <inheritdoc />
    public async ValueTask<IReadOnlyDictionary<TreePath, TreeFile>> ReadAsync(
        IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken)
    {
        var found = new List<(TreeEntry Entry, string Id)>(paths.Count);
        foreach (var chunk in paths.Where(path => !path.IsRoot).Chunk(PathsPerCall))
            found.AddRange((await ListTreeAsync([], chunk, cancellationToken)).Where(item => item.Entry.IsFile));
        var blobs = await objects.ReadAsync([.. found.Select(item => item.Id)], cancellationToken);
        return found.ToDictionary(
            item => item.Entry.Path, item => new TreeFile(item.Entry.Path, blobs[item.Id], item.Entry.Kind));
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<TreeEntry>> ListAsync(TreePath folder, CancellationToken cancellationToken)
    {
        if (_folders.TryGetValue(folder, out var known))
            return known;
        var listed = await ListTreeAsync([], [folder], cancellationToken, inside: true);
        return _folders[folder] = [.. listed.Select(item => item.Entry).Where(entry => entry.Path != folder).OrderBy(entry => entry.Path)];
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<TreeEntry>> ListRecursivelyAsync(TreePath folder, CancellationToken cancellationToken)
    {
        var listed = await ListTreeAsync(["-r"], folder.IsRoot ? [] : [folder], cancellationToken);
        return [.. listed.Select(item => item.Entry).OrderBy(entry => entry.Path)];
    }

    private async Task<List<(TreeEntry Entry, string Id)>> ListTreeAsync(
        string[] options, TreePath[] paths, CancellationToken cancellationToken, bool inside = false)
    {
        var specs = paths.Where(path => !path.IsRoot).Select(path => inside ? path.Value + "/" : path.Value);
        var result = await git.RunAsync(
            ["--literal-pathspecs", "ls-tree", "-z", "--full-tree", .. options, "--end-of-options", commit, .. specs], cancellationToken);
        var entries = new List<(TreeEntry, string)>();
        foreach (var record in Encoding.UTF8.GetString(result.Output.Span).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            // "<mode> <type> <id>\t<path>"
            var tab = record.IndexOf('\t', StringComparison.Ordinal);
            var head = record[..tab].Split(' ');
            if (TreePath.TryParse(record[(tab + 1)..], out var path))
                entries.Add((new TreeEntry(path, GitModes.ToKind(head[0])), head[2]));
        }

        return entries;
    }
}
