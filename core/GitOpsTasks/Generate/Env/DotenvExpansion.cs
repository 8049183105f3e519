using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Generate.Env;

/// <summary>Puts values in for variables of a value: <c>$NAME</c>, <c>${NAME}</c>, and <c>${NAME:-default}</c> with its kin.</summary>
internal static partial class DotenvExpansion
{
    private static readonly SearchValues<char> s_name = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>The value as it is meant.</summary>
    /// <param name="text">The value as it is written.</param>
    /// <param name="withEscapes">Whether a backslash gives another meaning to what follows, as it does in double quotes.</param>
    /// <param name="find">The value of a variable that stands above; null for none.</param>
    /// <exception cref="FormatException">A variable is not set, or not written as one can be.</exception>
    public static string Of(string text, bool withEscapes, Func<string, string?> find)
    {
        var value = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var rest = text.AsSpan(at);
            if (withEscapes && rest is ['\\', _, ..])
            {
                value.Append(Escaped(text[++at]));
            }
            else if (rest.StartsWith("$$", StringComparison.Ordinal))
            {
                value.Append(text[++at]);
            }
            else if (rest.StartsWith("${", StringComparison.Ordinal))
            {
                var end = EndOf(text, at + 2);
                value.Append(InBraces(text[(at + 2)..end], withEscapes, find));
                at = end;
            }
            else if (rest is ['$', '_' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'), ..])
            {
                var end = rest[1..].IndexOfAnyExcept(s_name);
                var name = (end < 0 ? rest[1..] : rest[1..(end + 1)]).ToString();
                value.Append(find(name) ?? throw Unset(name));
                at += name.Length;
            }
            else
            {
                value.Append(text[at]);
            }
        }

        return value.ToString();
    }

    private static string Escaped(char c) => c switch
    {
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        '"' or '\\' or '$' => c.ToString(),
        _ => $"\\{c}",
    };

    // Braces may hold braces: ${A:-${B}}.
    private static int EndOf(string text, int at)
    {
        for (var depth = 1; at < text.Length; at++)
        {
            if (text.AsSpan(at).StartsWith("${", StringComparison.Ordinal))
                depth++;
            else if (text[at] == '}' && --depth == 0)
                return at;
        }

        throw new FormatException("'${' has no '}'.");
    }

    private static string InBraces(string text, bool withEscapes, Func<string, string?> find)
    {
        var parts = Braces().Match(text);
        if (!parts.Success)
            throw new FormatException("What stands in '${' and '}' is no variable.");
        var name = parts.Groups["name"].Value;
        var value = find(name);
        var otherwise = parts.Groups["operator"].Value;
        var isThere = value is not null && (value.Length > 0 || !otherwise.StartsWith(':'));
        return otherwise.TrimStart(':') switch
        {
            "-" when !isThere => Of(parts.Groups["word"].Value, withEscapes, find),
            "+" => isThere ? Of(parts.Groups["word"].Value, withEscapes, find) : "",
            "?" when !isThere => throw Unset(name),
            _ => value ?? throw Unset(name),
        };
    }

    private static FormatException Unset(string name) => new($"Nothing above sets '{name}'.");

    [GeneratedRegex(@"\A(?<name>[A-Za-z_][A-Za-z0-9_]*)((?<operator>:?[-+?])(?<word>.*))?\z", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Braces();
}
