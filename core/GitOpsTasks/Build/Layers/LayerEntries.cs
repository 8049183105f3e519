using System.Text;
using GitOpsTasks.Build.Archives;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Layers;

/// <summary>Works out what is in a layer.</summary>
internal static class LayerEntries
{
    private const int LongestName = 255;

    /// <summary>The entries of a layer, each after the folders it is in, in the order of their paths.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="context">Absolute path of the folder it is relative to.</param>
    /// <exception cref="TaskFailedException">What the layer is made from does not exist, or its target is not a path.</exception>
    public static IReadOnlyCollection<ArchiveEntry> Of(LayerSpec layer, string context)
    {
        var source = SourceOf(layer, context);
        var target = Target(layer.To);
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

    /// <summary>The entries of some files of a folder, each after the folders it is in, in the order of their paths.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="files">Paths in the folder, with the modes they get.</param>
    /// <param name="to">Absolute path in the image that takes them.</param>
    public static IReadOnlyCollection<ArchiveEntry> OfFiles(
        string folder, IEnumerable<(string Path, UnixFileMode Mode)> files, string to)
    {
        var target = Target(to);
        var entries = new SortedDictionary<string, ArchiveEntry>(StringComparer.Ordinal);
        foreach (var (relative, mode) in files)
        {
            var path = target.Length == 0 ? relative : $"{target}/{relative}";
            AddFolders(entries, path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "");
            entries[path] = FolderWalk.Entry(path, new FileInfo(Path.Combine(folder, relative)), mode);
        }

        return entries.Values;
    }

    // A link inside a layer stays a link; one that names the layer is followed, but not out of the context.
    private static string SourceOf(LayerSpec layer, string context)
    {
        var source = Path.GetFullPath(layer.From, context);
        if (new FileInfo(source).LinkTarget is null)
            return source;
        var final = File.ResolveLinkTarget(source, returnFinalTarget: true)?.FullName ?? source;
        return final.StartsWith(Path.TrimEndingDirectorySeparator(context) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? final
            : throw TaskFailedException.Usage(
                UsageCodes.PathRefused,
                $"'{source}' is a link to '{final}', which is not in '{context}'.",
                "Copy what it names into the context, or name that in 'from'.");
    }

    private static string Target(string to)
    {
        var parts = to.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (!to.StartsWith('/') || parts.Any(part => part is "." or ".." || part.Contains('\0', StringComparison.Ordinal)))
            throw NoPlace(to, "Write an absolute path without '.' and '..', such as /app.");
        if (parts.Any(part => Encoding.UTF8.GetByteCount(part) > LongestName))
            throw NoPlace(to, $"No system takes a name of more than {LongestName} bytes: shorten it.");
        return string.Join('/', parts);
    }

    private static TaskFailedException NoPlace(string to, string advice) =>
        TaskFailedException.Usage(BuildCodes.SpecInvalid, $"A layer goes to '{to}'.", advice);

    private static void AddFolders(SortedDictionary<string, ArchiveEntry> entries, string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
            entries[path[..slash]] = new ArchiveEntry(path[..slash], ArchiveEntry.Executable);
        if (path.Length > 0)
            entries[path] = new ArchiveEntry(path, ArchiveEntry.Executable);
    }
}
