using System.Text;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Trees;

/// <summary>Patterns of paths as in a .gitignore: the last that matches decides, <c>!</c> takes back.</summary>
internal sealed class PathPatterns
{
    private readonly List<(Func<string, bool> Matches, bool IsMatch)> _patterns = [];

    /// <summary>Reads patterns, one a line.</summary>
    public PathPatterns(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Add(line);
    }

    /// <summary>Whether a path, or a folder above it, is meant.</summary>
    /// <param name="path">Relative, with forward slashes.</param>
    public bool Match(string path)
    {
        for (var i = _patterns.Count - 1; i >= 0; i--)
        {
            if (_patterns[i].Matches(path))
                return _patterns[i].IsMatch;
        }

        return false;
    }

    private void Add(string line)
    {
        var pattern = line.TrimEnd('\r', '\n');
        if (!pattern.EndsWith("\\ ", StringComparison.Ordinal))
            pattern = pattern.TrimEnd(' ', '\t');
        if (pattern.Length == 0 || pattern[0] == '#')
            return;
        var isMatch = pattern[0] != '!';
        if (!isMatch)
            pattern = pattern[1..];
        var isFolder = pattern.EndsWith('/');
        pattern = pattern.TrimEnd('/');
        var isAnchored = pattern.Contains('/');
        pattern = pattern.TrimStart('/');
        if (pattern.Length == 0)
            return;
        if (!isFolder && !isAnchored && pattern[0] == '*' && !pattern.AsSpan(1).ContainsAny("*?[\\"))
        {
            var ending = pattern[1..];
            _patterns.Add((path => HasPartEndingWith(path, ending), isMatch));
            return;
        }

        var text = new StringBuilder(isAnchored ? @"\A" : @"(\A|/)");
        Translate(pattern, text);
        text.Append(isFolder ? "/" : @"(/|\z)");
        _patterns.Add((new Regex(text.ToString(), RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).IsMatch, isMatch));
    }

    // Most patterns are of this kind, and are asked for every file.
    private static bool HasPartEndingWith(string path, string ending)
    {
        foreach (var part in path.AsSpan().Split('/'))
        {
            if (path.AsSpan()[part].EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static void Translate(string pattern, StringBuilder text)
    {
        for (var at = 0; at < pattern.Length; at++)
        {
            var rest = pattern.AsSpan(at);
            var startsPart = at == 0 || pattern[at - 1] == '/';
            if (startsPart && rest.StartsWith("**/"))
            {
                text.Append("(.*/)?");
                at += 2;
            }
            else if (startsPart && rest is "**")
            {
                text.Append(".+");
                at++;
            }
            else if (pattern[at] == '*')
            {
                text.Append("[^/]*");
            }
            else if (pattern[at] == '?')
            {
                text.Append("[^/]");
            }
            else if (pattern[at] == '[' && Class(rest) is { } length)
            {
                text.Append('[').Append(rest[1] == '!' ? "^" : "").Append(rest[(rest[1] == '!' ? 2 : 1)..length].ToString().Replace("[", "\\[", StringComparison.Ordinal)).Append(']');
                at += length;
            }
            else
            {
                if (pattern[at] == '\\' && at + 1 < pattern.Length)
                    at++;
                text.Append(Regex.Escape(pattern[at].ToString()));
            }
        }
    }

    // The index of the bracket that closes a class of characters.
    private static int? Class(ReadOnlySpan<char> rest) =>
        rest.Length > 2 && rest[2..].IndexOf(']') is var end and >= 0 ? end + 2 : null;
}
