using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Docker;

/// <summary>The patterns of a .dockerignore file: the last one that matches a path, or a folder it is in, decides.</summary>
internal sealed class DockerIgnore
{
    private readonly List<IgnorePattern> _patterns = [];

    /// <summary>Reads the lines of a file.</summary>
    /// <param name="lines">The lines; a byte order mark is passed over.</param>
    /// <param name="file">The file, as it is shown.</param>
    /// <exception cref="TaskFailedException">GOT5002: a line is not a pattern.</exception>
    public DockerIgnore(IEnumerable<string> lines, string file = ".dockerignore")
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (IgnorePattern.Read(number == 1 ? line.TrimStart('\uFEFF') : line, out var error) is { } pattern)
                _patterns.Add(pattern);
            if (error is not null)
                throw TaskFailedException.Usage(BuildCodes.SpecInvalid, $"{error}.", "Correct the line.", new SourcePlace(file, number));
        }
    }

    /// <summary>Whether something below an ignored folder may yet be wanted.</summary>
    public bool HasExceptions => _patterns.Any(pattern => pattern.IsException);

    /// <summary>Whether a path, relative to the context and with forward slashes, is left out.</summary>
    public bool Ignores(string path)
    {
        var isIgnored = false;
        foreach (var pattern in _patterns)
        {
            if (isIgnored == pattern.IsException && WithFolders(path).Any(pattern.IsMatch))
                isIgnored = !pattern.IsException;
        }

        return isIgnored;
    }

    private static IEnumerable<string> WithFolders(string path)
    {
        yield return path;
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            yield return path[..slash];
    }
}
