using GitOpsTasks.Build.Archives;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Docker;

/// <summary>The files that are sent to the Docker Engine to build from.</summary>
internal static class BuildContext
{
    /// <summary>The entries of a context in the order of their paths, without what .dockerignore leaves out.</summary>
    /// <param name="folder">Absolute path of the context.</param>
    /// <param name="dockerfile">The Dockerfile, relative to the folder.</param>
    /// <exception cref="TaskFailedException">The folder or the Dockerfile does not exist, or cannot be read.</exception>
    public static IReadOnlyCollection<ArchiveEntry> Collect(string folder, string dockerfile)
    {
        var file = Path.GetFullPath(dockerfile, folder);
        if (!Directory.Exists(folder) || !File.Exists(file))
        {
            throw TaskFailedException.Usage(
                UsageCodes.PathNotFound,
                $"'{(Directory.Exists(folder) ? file : folder)}' does not exist; an image is to be built from it.",
                "Correct 'context' or 'dockerfile' of the image.");
        }

        var ignore = new DockerIgnore(IgnoreLines(folder, file));
        var entries = new SortedDictionary<string, ArchiveEntry>(StringComparer.Ordinal);
        foreach (var (relative, info) in FolderWalk.Below(folder, path => ignore.HasExceptions || !ignore.Ignores(path)))
        {
            if (!ignore.Ignores(relative))
                entries[relative] = FolderWalk.Entry(relative, info, mode: null);
        }

        // The Dockerfile is needed also where patterns leave it out, which they do to keep it out of the image.
        var name = Relative(folder, file);
        entries[name] = FolderWalk.Entry(name, new FileInfo(file), mode: null);
        return entries.Values;
    }

    /// <summary>The Dockerfile's path in the archive.</summary>
    /// <exception cref="TaskFailedException">GOT5002: it is not inside the context.</exception>
    public static string Relative(string folder, string dockerfile)
    {
        var relative = Path.GetRelativePath(folder, Path.GetFullPath(dockerfile, folder)).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? throw TaskFailedException.Usage(
                BuildCodes.SpecInvalid,
                $"The Dockerfile '{dockerfile}' is not inside the context '{folder}'.",
                "Move it there, or use a context that holds both.")
            : relative;
    }

    // BuildKit prefers a file named after the Dockerfile.
    private static string[] IgnoreLines(string folder, string dockerfile)
    {
        foreach (var path in new[] { dockerfile + ".dockerignore", Path.Combine(folder, ".dockerignore") })
        {
            if (File.Exists(path))
                return File.ReadAllLines(path);
        }

        return [];
    }
}
