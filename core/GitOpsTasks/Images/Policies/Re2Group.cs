namespace GitOpsTasks.Images.Policies;

/// <summary>What opens a group.</summary>
/// <param name="Converted">As .NET spells it, without a name.</param>
/// <param name="Length">How many characters of the pattern it takes.</param>
/// <param name="Name">The name, empty where it has none; null where the group does not capture.</param>
/// <param name="HasContent">False for <c>(?i)</c>, which only sets flags.</param>
internal readonly record struct Re2Group(string Converted, int Length, string? Name, bool HasContent)
{
    private const string Flags = "imsU-";

    /// <summary>Reads what opens the group at a place.</summary>
    /// <exception cref="FormatException">RE2 has no such group.</exception>
    public static Re2Group Read(string pattern, int at)
    {
        var rest = pattern.AsSpan(at);
        if (!rest.StartsWith("(?"))
            return new Re2Group("(", 1, "", true);
        if (rest.StartsWith("(?=") || rest.StartsWith("(?!") || rest.StartsWith("(?<=") || rest.StartsWith("(?<!"))
            throw new FormatException("it looks ahead or behind, which RE2 does not do");
        var prefix = rest.StartsWith("(?P<") ? 4 : rest.StartsWith("(?<") ? 3 : 0;
        return prefix > 0 ? Named(rest, prefix) : Flagged(rest);
    }

    private static Re2Group Named(ReadOnlySpan<char> rest, int prefix)
    {
        var end = rest.IndexOf('>');
        var name = end < 0 ? "" : rest[prefix..end].ToString();
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            throw new FormatException("the name of a group is not one: letters, digits and underscores between '(?P<' and '>'");
        return new Re2Group("(", end + 1, name, true);
    }

    private static Re2Group Flagged(ReadOnlySpan<char> rest)
    {
        var length = 2;
        while (length < rest.Length && Flags.Contains(rest[length], StringComparison.Ordinal))
            length++;
        if (length == rest.Length || rest[length] is not (':' or ')'))
            throw new FormatException($"RE2 has no group that begins with '{rest[..Math.Min(length + 1, rest.Length)]}'");
        if (rest[..length].Contains('U'))
            throw new FormatException("the flag U is not supported; write ? after the quantifiers instead");
        return new Re2Group(rest[..(length + 1)].ToString(), length + 1, null, rest[length] == ':');
    }
}
