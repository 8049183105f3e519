using GitOpsTasks.Trees;

namespace GitOpsTasks.Forges.Repository;

/// <summary>The entries of one folder.</summary>
internal sealed class ForgeFolder
{
    private readonly Dictionary<string, ForgeEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>
    /// A folder of some entries. Those whose name is no name of a file - <c>..</c>, <c>.git</c> and its other spellings, a
    /// slash in it - are left out, and names that are not UTF-8, which JSON cannot tell.
    /// </summary>
    public ForgeFolder(IEnumerable<ForgeEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (IsName(entry.Name))
                _entries[entry.Name] = entry;
        }
    }

    /// <summary>A folder of nothing, such as the root of a repository whose last file was removed.</summary>
    public static ForgeFolder Empty { get; } = new([]);

    /// <summary>The entries, in the order the forge lists them.</summary>
    public IReadOnlyCollection<ForgeEntry> Entries => _entries.Values;

    /// <summary>An entry by its name; null where there is none.</summary>
    public ForgeEntry? Find(string name) => _entries.GetValueOrDefault(name);

    private static bool IsName(string name) =>
        !name.Contains('/') && !name.Contains('\uFFFD') && TreePath.TryParse(name, out var path) && path.Value == name && !path.IsRoot;
}
