using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Docker;

/// <summary>
/// Keeps an image's sources in one place: the git work tree, or without one the folder, that its description is in. What leads
/// out of it, also over a symbolic link, is refused: a description is often not written by who runs the build.
/// </summary>
internal sealed class Confinement(ImageSpec spec, EngineContext context)
{
    private readonly string _root = RealPath.Of(WorkTreeOf(context.Resolve(spec.Folder ?? "")));

    /// <summary>Gives back a path that is inside.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="key">The key in the image's description.</param>
    /// <exception cref="TaskFailedException">GOT5019: it is outside.</exception>
    public string Check(string path, string key)
    {
        var real = RealPath.Of(path);
        var relative = Path.GetRelativePath(_root, real);
        if (relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !Path.IsPathRooted(relative))
            return path;
        throw TaskFailedException.Usage(
            BuildCodes.PathOutside,
            $"'{key}' of the image '{spec.Name}' leads to '{real}', which is outside of '{_root}'.",
            "Name what is in the repository, or copy it there before the build.");
    }

    private static string WorkTreeOf(string folder)
    {
        for (var next = new DirectoryInfo(folder); next is not null; next = next.Parent)
        {
            if (Path.Exists(Path.Combine(next.FullName, ".git")))
                return next.FullName;
        }

        return folder;
    }
}
