namespace GitOpsTasks.Trees;

/// <summary>
/// Finds the files that findings are in. The engine names files from the root of their repository, or as they were given;
/// logs of hosts need paths that lead there from elsewhere.
/// </summary>
/// <param name="directory">Absolute folder that relative paths start at.</param>
/// <param name="given">Texts the task was given; some are paths.</param>
public sealed class PlacesOnDisk(string directory, IEnumerable<string> given)
{
    private readonly List<string> _folders =
    [
        .. given.Select(text => Path.GetFullPath(text, directory))
            .Where(Path.Exists)
            .Select(path => WorkTreeLocation.RootOf(path) ?? (Directory.Exists(path) ? path : Path.GetDirectoryName(path)!))
            .Append(WorkTreeLocation.RootOf(directory) ?? directory)
            .Append(directory)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The absolute path of a file; null where no such file is on disk.</summary>
    public string? Find(string file) => _folders.Select(folder => Path.GetFullPath(file, folder)).FirstOrDefault(File.Exists);
}
