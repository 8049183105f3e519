using GitOpsTasks.Build.Archives;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Build.Bundles;

/// <summary>
/// The files of a bundle: those of a folder but what git keeps for itself, what is no configuration (pictures, archives), and
/// what <c>.sourceignore</c> files name, with the patterns of a <c>.gitignore</c>. Links are left out, as Flux would refuse them.
/// </summary>
internal static class BundleFiles
{
    private const string IgnoreFile = ".sourceignore";

    // What 'flux push artifact' leaves out by itself.
    private static readonly string[] s_excluded =
    [
        ".git/", ".git", ".gitignore", ".gitmodules", ".gitattributes",
        "*.jpg", "*.jpeg", "*.gif", "*.png", "*.wmv", "*.flv", "*.tar.gz", "*.zip",
    ];

    /// <summary>The entries of the archive, each after the folders it is in, in the order of their paths.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <exception cref="TaskFailedException">GOT1004 or GOT5031: the folder is not there, or there is nothing in it to be packed.</exception>
    public static IReadOnlyCollection<ArchiveEntry> In(string folder)
    {
        if (!Directory.Exists(folder))
            throw TaskFailedException.Usage(UsageCodes.PathNotFound, $"The folder '{folder}' does not exist; a bundle is to be made of it.", "Generate the manifests first, or name another folder.");
        var ignored = new PathPatterns([.. s_excluded, .. IgnoreLines(folder)]);
        var files = FolderWalk.Below(folder, path => !ignored.Match(path + "/"))
            .Where(found => found.Info is FileInfo { LinkTarget: null } && !ignored.Match(found.Relative))
            .ToList();
        if (files.Count == 0)
            throw TaskFailedException.Usage(BuildCodes.BundleEmpty, $"The folder '{folder}' holds no file that belongs in a bundle.", $"Name the folder of the manifests, or look at its {IgnoreFile}.");
        var entries = new SortedDictionary<string, ArchiveEntry>(StringComparer.Ordinal);
        foreach (var (relative, info) in files)
        {
            for (var slash = relative.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = relative.IndexOf('/', slash + 1))
                entries[relative[..slash]] = new ArchiveEntry(relative[..slash], ArchiveEntry.Executable);
            entries[relative] = FolderWalk.Entry(relative, info, ArchiveEntry.Readable);
        }

        return entries.Values;
    }

    // Patterns of a file further down hold below its folder.
    private static IEnumerable<string> IgnoreLines(string folder)
    {
        var files = FolderWalk.Below(folder, path => path != ".git").Where(found => found.Info is FileInfo && found.Info.Name == IgnoreFile);
        foreach (var (relative, info) in files.OrderBy(found => found.Relative, StringComparer.Ordinal))
        {
            var below = relative[..^IgnoreFile.Length];
            foreach (var line in File.ReadLines(info.FullName))
                yield return below.Length == 0 ? line : Below(below, line.Trim());
        }
    }

    private static string Below(string folder, string line)
    {
        if (line.Length == 0 || line[0] == '#')
            return "";
        var (sign, pattern) = line[0] == '!' ? ("!", line[1..]) : ("", line);
        var isAnchored = pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        return $"{sign}/{folder}{(isAnchored ? pattern.TrimStart('/') : $"**/{pattern}")}";
    }
}
