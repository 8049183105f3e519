using System.Text;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Build.Docker;

/// <summary>
/// One pattern of a .dockerignore file, with the meaning it has for docker: <c>*</c> and <c>?</c> stay within a part of a path,
/// <c>**</c> is any number of parts, <c>[a-z]</c> one of several characters.
/// </summary>
internal sealed class IgnorePattern
{
    private const string Escaped = ".+()|{}$";
    private readonly Regex _regex;

    private IgnorePattern(Regex regex, bool isException) => (_regex, IsException) = (regex, isException);

    /// <summary>Whether it takes back what patterns before it leave out.</summary>
    public bool IsException { get; }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="error">What is wrong with it; null where nothing is.</param>
    /// <returns>Null where the line has no pattern, or a wrong one.</returns>
    public static IgnorePattern? Read(string line, out string? error)
    {
        error = null;
        if (line.StartsWith('#') || line.Trim() is not { Length: > 0 } text)
            return null;
        var isException = text[0] == '!';
        text = isException ? text[1..].Trim() : text;
        if (text.Length == 0)
        {
            error = "'!' has no pattern after it";
            return null;
        }

        var pattern = Clean(text);
        if (IsWellFormed(pattern) && Translate(pattern) is { } regex)
            return new IgnorePattern(regex, isException);
        error = $"'{text}' is not a pattern: a '[' is not closed or empty, or a '\\' is the last character";
        return null;
    }

    /// <summary>Whether it is about a path itself; what is in a folder is not looked at here.</summary>
    public bool IsMatch(string path) => _regex.IsMatch(path);

    // As Go's filepath.Clean does it, with the slash in front dropped: the root is the context.
    private static string Clean(string text)
    {
        var isRooted = text.StartsWith('/');
        var parts = new List<string>();
        foreach (var part in text.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part == ".." && !isRooted)
                parts.Add(part);
            else if (part is not ("." or ".."))
                parts.Add(part);
        }

        return parts.Count > 0 ? string.Join('/', parts) : isRooted ? "/" : ".";
    }

    private static bool IsWellFormed(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && ++i == pattern.Length)
                return false;
            if (pattern[i] != '[' || (i > 0 && pattern[i - 1] == '\\'))
                continue;
            var end = pattern.IndexOf(']', Math.Min(i + 2, pattern.Length));
            if (end < 0)
                return false;
            i = end;
        }

        return true;
    }

    private static Regex? Translate(string pattern)
    {
        var regex = new StringBuilder(@"\A");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern.AsSpan(i).StartsWith("**"))
                i = Stars(pattern, i, regex);
            else if (pattern[i] == '\\')
                regex.Append(Regex.Escape(pattern[++i].ToString()));
            else
                regex.Append(pattern[i] switch { '*' => "[^/]*", '?' => "[^/]", var c => Escaped.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString() });
        }

        try
        {
            return new Regex(regex.Append(@"\z").ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // At the end all that follows matches, elsewhere whole parts do; at the start and before a plain text any beginning does.
    private static int Stars(string pattern, int start, StringBuilder regex)
    {
        var next = start + 2;
        var hasSlash = next < pattern.Length && pattern[next] == '/';
        next += hasSlash ? 1 : 0;
        var isPlainAfter = start == 0 && pattern.AsSpan(next).IndexOfAny("*?[]\\") < 0;
        regex.Append(next == pattern.Length || (isPlainAfter && !hasSlash) ? ".*" : "(.*/)?");
        return next - 1;
    }
}
