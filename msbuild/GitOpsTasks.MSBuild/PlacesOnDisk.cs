using GitOpsTasks.Trees;

namespace GitOpsTasks.MSBuild;

/// <summary>
/// Finds the files that findings are in. The engine names files from the root of their repository, or as they were given;
/// a build's log needs paths that lead there from anywhere.
/// </summary>
/// <param name="directory">Absolute folder that relative paths start at.</param>
/// <param name="given">Texts the task was given; some are paths.</param>
internal sealed class PlacesOnDisk(string directory, IEnumerable<string> given)
{
    private readonly List<string> _folders =
    [
        .. given.Select(text => Path.GetFullPath(text, directory))
            .Where(Path.Exists)
            .Select(path => WorkTreeLocation.RootOf(path) ?? (Directory.Exists(path) ? path : Path.GetDirectoryName(path)!))
            .Append(WorkTreeLocation.RootOf(directory) ?? directory)
            .Append(directory)
            .Distinct(),
    ];

    /// <summary>The absolute path of a file; the path as it is where no such file is on disk.</summary>
    public string Find(string file) =>
        _folders.Select(folder => Path.GetFullPath(file, folder)).FirstOrDefault(File.Exists) ?? file;
}
