using GitOpsTasks.Contracts;

namespace GitOpsTasks.Trees;

/// <summary>The work tree that some paths given by a user are in, and those paths inside it.</summary>
/// <param name="Tree">The enclosing git work tree; where there is none the directory of the task, or the folder they share outside it.</param>
/// <param name="Paths">The paths from its root.</param>
public sealed record WorkTreeLocation(WorkTree Tree, IReadOnlyList<TreePath> Paths)
{
    /// <summary>Finds the work tree around paths.</summary>
    /// <param name="context">Relative paths start at its directory.</param>
    /// <param name="paths">Files or folders that exist; the directory itself where there are none.</param>
    /// <exception cref="TaskFailedException">GOT1004: one does not exist; GOT1005: they are in different repositories.</exception>
    public static WorkTreeLocation Find(EngineContext context, IReadOnlyList<string> paths)
    {
        var full = (paths.Count == 0 ? ["."] : paths).Select(path => Existing(context, path)).ToList();
        var here = Path.TrimEndingDirectorySeparator(context.Directory);
        var root = RootOf(full[0]) ?? (full.All(path => IsInside(here, path)) ? here : SharedFolder(full));
        return new WorkTreeLocation(new WorkTree(root), [.. full.Select(path => Inside(root, path))]);
    }

    /// <summary>The root of the git work tree around a folder; null where there is none.</summary>
    public static string? RootOf(string path)
    {
        for (var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Join(folder, ".git")))
                return folder;
        }

        return null;
    }

    private static string Existing(EngineContext context, string path)
    {
        var full = Path.TrimEndingDirectorySeparator(context.Resolve(path));
        return Path.Exists(full)
            ? full
            : throw TaskFailedException.Usage(UsageCodes.PathNotFound, $"'{path}' does not exist.", "Give a file or folder that does.");
    }

    private static string SharedFolder(List<string> paths)
    {
        var folder = Directory.Exists(paths[0]) ? paths[0] : Path.GetDirectoryName(paths[0])!;
        while (!paths.All(path => IsInside(folder, path)))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private static TreePath Inside(string root, string path) => IsInside(root, path)
        ? TreePath.Parse(Path.GetRelativePath(root, path).Replace('\\', '/'))
        : throw TaskFailedException.Usage(
            UsageCodes.PathRefused, $"'{path}' is not in the repository '{root}'.", "Give paths of one repository at a time.");

    /// <summary>Whether a path is a folder itself or below it; both absolute.</summary>
    internal static bool IsInside(string folder, string path) =>
        path == folder || path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
