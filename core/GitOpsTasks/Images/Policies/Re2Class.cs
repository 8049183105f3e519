using System.Text;

namespace GitOpsTasks.Images.Policies;

/// <summary>Character classes: .NET knows no <c>[[:alpha:]]</c>, and reads <c>-[</c> in a class as a subtraction.</summary>
internal static class Re2Class
{
    private static readonly Dictionary<string, string> s_named = new(StringComparer.Ordinal)
    {
        ["alnum"] = "0-9A-Za-z", ["alpha"] = "A-Za-z", ["ascii"] = "\\x00-\\x7F", ["blank"] = "\\t ", ["cntrl"] = "\\x00-\\x1F\\x7F",
        ["digit"] = "0-9", ["graph"] = "!-~", ["lower"] = "a-z", ["print"] = " -~", ["punct"] = "!-/:-@\\[-`{-~",
        ["space"] = "\\t\\n\\v\\f\\r ", ["upper"] = "A-Z", ["word"] = "0-9A-Za-z_", ["xdigit"] = "0-9A-Fa-f",
    };

    /// <summary>Writes the class at a place as .NET spells it, and tells how many characters of the pattern it takes.</summary>
    /// <exception cref="FormatException">It is not closed, or RE2 has no such class.</exception>
    public static (string Converted, int Length) Convert(string pattern, int start)
    {
        var output = new StringBuilder("[");
        var at = start + 1;
        if (pattern.AsSpan(at).StartsWith('^'))
            output.Append(pattern[at++]);
        for (var first = at; at < pattern.Length; first = -1)
        {
            if (pattern[at] == ']' && at != first)
                return (output.Append(']').ToString(), at + 1 - start);
            var (converted, length) = pattern[at] switch
            {
                '[' when pattern.AsSpan(at).StartsWith("[:") => Named(pattern, at),
                '\\' => Re2Escape.Convert(pattern, at, isInClass: true),
                '[' or ']' => ("\\" + pattern[at], 1),
                var c => (c.ToString(), 1),
            };
            output.Append(converted);
            at += length;
        }

        throw new FormatException("a class of characters is not closed by ']'");
    }

    private static (string Converted, int Length) Named(string pattern, int at)
    {
        var end = pattern.IndexOf(":]", at + 2, StringComparison.Ordinal);
        var name = end < 0 ? "" : pattern[(at + 2)..end];
        return s_named.TryGetValue(name, out var characters)
            ? (characters, end + 2 - at)
            : throw new FormatException($"'[:{name}:]' is not a class that is supported");
    }
}
