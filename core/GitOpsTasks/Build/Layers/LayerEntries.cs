using GitOpsTasks.Build.Archives;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Layers;

/// <summary>Works out what is in a layer.</summary>
internal static class LayerEntries
{
    /// <summary>The entries of a layer, each after the folders it is in, in the order of their paths.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="context">Absolute path of the folder it is relative to.</param>
    /// <exception cref="TaskFailedException">What the layer is made from does not exist, or its target is not a path.</exception>
    public static IReadOnlyCollection<ArchiveEntry> Of(LayerSpec layer, string context)
    {
        var source = Path.GetFullPath(layer.From, context);
        var target = Target(layer);
        var entries = new SortedDictionary<string, ArchiveEntry>(StringComparer.Ordinal);
        if (Directory.Exists(source))
        {
            AddFolders(entries, target);
            foreach (var (relative, info) in FolderWalk.Below(source))
            {
                var path = target.Length == 0 ? relative : $"{target}/{relative}";
                entries[path] = FolderWalk.Entry(path, info, layer.Mode);
            }
        }
        else if (File.Exists(source))
        {
            var path = layer.To.EndsWith('/') ? $"{target}/{Path.GetFileName(source)}".TrimStart('/') : target;
            AddFolders(entries, path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "");
            entries[path] = FolderWalk.Entry(path, new FileInfo(source), layer.Mode);
        }
        else
        {
            throw TaskFailedException.Usage(
                UsageCodes.PathNotFound,
                $"'{source}' does not exist; a layer is to be made from it.",
                "Build the application first, or correct 'from'.");
        }

        return entries.Values;
    }

    private static string Target(LayerSpec layer)
    {
        var parts = layer.To.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (layer.To.StartsWith('/') && !parts.Any(part => part is "." or ".."))
            return string.Join('/', parts);
        throw TaskFailedException.Usage(
            BuildCodes.SpecInvalid, $"A layer goes to '{layer.To}'.", "Write an absolute path without '.' and '..', such as /app.");
    }

    private static void AddFolders(SortedDictionary<string, ArchiveEntry> entries, string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
            entries[path[..slash]] = new ArchiveEntry(path[..slash], ArchiveEntry.Executable);
        if (path.Length > 0)
            entries[path] = new ArchiveEntry(path, ArchiveEntry.Executable);
    }
}
