namespace GitOpsTasks.Forges.Repository;

/// <summary>Objects by id, each asked for once however often a branch moves meanwhile.</summary>
/// <param name="forge">Where they come from.</param>
internal sealed class ForgeObjects(IForgeRepository forge)
{
    // git knows these ids without storing the object, and a forge need not.
    private static readonly string[] s_emptyTrees =
        ["4b825dc642cb6eb9a060e54bf8d69288fbee4904", "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"];

    private readonly Dictionary<string, ForgeFolder> _folders = s_emptyTrees.ToDictionary(id => id, _ => ForgeFolder.Empty);
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _blobs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>Folders by the ids of their trees; the answer can hold more.</summary>
    public async Task<IReadOnlyDictionary<string, ForgeFolder>> FoldersAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var unread = ids.Where(id => !_folders.ContainsKey(id)).Distinct(StringComparer.Ordinal).ToList();
        if (unread.Count > 0)
            Add(await forge.FoldersAsync(unread, cancellationToken));
        return _folders;
    }

    /// <summary>Files by the ids of their blobs; the answer can hold more.</summary>
    public async Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> BlobsAsync(IEnumerable<ForgeEntry> files, CancellationToken cancellationToken)
    {
        var unread = files.Where(file => !_blobs.ContainsKey(file.Id)).DistinctBy(file => file.Id).ToList();
        if (unread.Count > 0)
        {
            foreach (var (id, content) in await forge.BlobsAsync(unread, cancellationToken))
                _blobs[id] = content;
        }

        return _blobs;
    }

    /// <summary>Reads a folder with all folders below it, by one request where they are not too many for an answer.</summary>
    public async Task ReadBelowAsync(string id, CancellationToken cancellationToken)
    {
        if (!_read.Add(id) || s_emptyTrees.Contains(id))
            return;
        if (await forge.BelowAsync(id, cancellationToken) is { } below)
        {
            Add(below);
            return;
        }

        foreach (var entry in (await FoldersAsync([id], cancellationToken))[id].Entries.Where(entry => entry.IsFolder))
            await ReadBelowAsync(entry.Id, cancellationToken);
    }

    private void Add(IReadOnlyDictionary<string, ForgeFolder> folders)
    {
        foreach (var (id, folder) in folders)
            _folders[id] = folder;
    }
}
