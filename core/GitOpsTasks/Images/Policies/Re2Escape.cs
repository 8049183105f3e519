using System.Globalization;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Images.Policies;

/// <summary>What stands after a backslash.</summary>
internal static class Re2Escape
{
    private const string Shared = "aftnrvdDsSwW";
    private const string Anchors = "AzbB";

    /// <summary>Writes the escape at a place as .NET spells it, and tells how many characters of the pattern it takes.</summary>
    /// <exception cref="FormatException">RE2 has no such escape.</exception>
    public static (string Converted, int Length) Convert(string pattern, int at, bool isInClass)
    {
        if (at + 1 == pattern.Length)
            throw new FormatException("it ends with a backslash");
        var c = pattern[at + 1];
        if (Shared.Contains(c, StringComparison.Ordinal) || (!isInClass && Anchors.Contains(c, StringComparison.Ordinal)))
            return ($"\\{c}", 2);
        return c switch
        {
            'x' => CodePoint(pattern, at),
            'p' or 'P' => Property(pattern, at),
            'Q' when !isInClass => Quoted(pattern, at),
            >= '0' and <= '9' => throw new FormatException($"'\\{c}' refers back to a group, which RE2 does not do"),
            _ when char.IsAsciiLetter(c) => throw new FormatException($"'\\{c}' is not an escape of RE2"),
            '_' or > '\x7F' => (c.ToString(), 2),
            _ => ($"\\{c}", 2),
        };
    }

    private static (string Converted, int Length) CodePoint(string pattern, int at)
    {
        var isBraced = pattern.AsSpan(at + 2).StartsWith('{');
        var start = isBraced ? at + 3 : at + 2;
        var end = isBraced ? pattern.IndexOf('}', start) : Math.Min(start + 2, pattern.Length);
        if (end < start || (!isBraced && end != start + 2) || !int.TryParse(pattern.AsSpan(start, end - start), NumberStyles.AllowHexSpecifier, null, out var code) || code > char.MaxValue)
            throw new FormatException("'\\x' is not followed by two hexadecimal digits, or by up to four in braces");
        return ($"\\u{code:X4}", end - at + (isBraced ? 1 : 0));
    }

    // '\pN' is '\p{N}'.
    private static (string Converted, int Length) Property(string pattern, int at)
    {
        if (at + 2 == pattern.Length)
            throw new FormatException("it ends with a property that has no name");
        if (pattern[at + 2] != '{')
            return ($"{pattern[at..(at + 2)]}{{{pattern[at + 2]}}}", 3);
        var end = pattern.IndexOf('}', at);
        return end < 0 ? throw new FormatException("the name of a property is not closed by '}'") : (pattern[at..(end + 1)], end + 1 - at);
    }

    private static (string Converted, int Length) Quoted(string pattern, int at)
    {
        var end = pattern.IndexOf("\\E", at + 2, StringComparison.Ordinal);
        var text = pattern[(at + 2)..(end < 0 ? pattern.Length : end)];
        return (Regex.Escape(text), text.Length + (end < 0 ? 2 : 4));
    }
}
