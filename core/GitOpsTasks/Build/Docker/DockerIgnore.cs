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
        // From the outermost folder in: a pattern that decided about a folder is about all that is in it. As in BuildKit, one that
        // was not asked about a folder, because the folder was left out already, is not either.
        var matched = new bool[_patterns.Count];
        for (var slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
            Decide(path[..slash], matched);
        return Decide(path, matched);
    }

    private bool Decide(string path, bool[] matched)
    {
        var isIgnored = false;
        for (var i = 0; i < matched.Length; i++)
        {
            matched[i] |= _patterns[i].IsException == isIgnored && _patterns[i].IsMatch(path);
            if (matched[i])
                isIgnored = !_patterns[i].IsException;
        }

        return isIgnored;
    }
}
