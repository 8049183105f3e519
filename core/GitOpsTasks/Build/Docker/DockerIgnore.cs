using System.Text;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Build.Docker;

/// <summary>
/// The patterns of a .dockerignore file: <c>*</c> and <c>?</c> within a path part, <c>**</c> over any number of them,
/// <c>!</c> for exceptions; the last pattern that matches a path, or a folder it is in, decides.
/// </summary>
internal sealed class DockerIgnore
{
    private readonly List<(Regex Pattern, bool IsException)> _patterns = [];

    /// <summary>Reads the lines of a file.</summary>
    public DockerIgnore(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '#')
                continue;
            var isException = text[0] == '!';
            var pattern = Clean(isException ? text[1..] : text);
            if (pattern.Length > 0)
                _patterns.Add((Translate(pattern), isException));
        }
    }

    /// <summary>Whether something below an ignored folder may yet be wanted.</summary>
    public bool HasExceptions => _patterns.Any(pattern => pattern.IsException);

    /// <summary>Whether a path, relative to the context and with forward slashes, is left out.</summary>
    public bool Ignores(string path)
    {
        var isIgnored = false;
        foreach (var (pattern, isException) in _patterns)
        {
            if (isIgnored == isException && pattern.IsMatch(path))
                isIgnored = !isException;
        }

        return isIgnored;
    }

    private static string Clean(string pattern)
    {
        var parts = new List<string>();
        foreach (var part in pattern.Trim().Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            else if (part != ".")
                parts.Add(part);
        }

        return parts.Count == 0 && pattern.Trim() is "." or "/" ? "**" : string.Join('/', parts);
    }

    private static Regex Translate(string pattern)
    {
        var regex = new StringBuilder(@"\A");
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '*' && i + 1 < pattern.Length && pattern[i + 1] == '*')
            {
                i++;
                var isFolders = i + 1 < pattern.Length && pattern[i + 1] == '/';
                i += isFolders ? 1 : 0;
                regex.Append(isFolders ? "(.*/)?" : ".*");
            }
            else if (c == '[' && pattern.IndexOf(']', i + 1) is var end and > 0)
            {
                regex.Append(pattern.AsSpan(i, end - i + 1));
                i = end;
            }
            else
            {
                if (c == '\\' && i + 1 < pattern.Length)
                    regex.Append(Regex.Escape(pattern[++i].ToString()));
                else
                    regex.Append(c switch { '*' => "[^/]*", '?' => "[^/]", _ => Regex.Escape(c.ToString()) });
            }
        }

        return new Regex(regex.Append(@"(/.*)?\z").ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}
