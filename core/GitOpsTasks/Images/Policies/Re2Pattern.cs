using System.Text.RegularExpressions;

namespace GitOpsTasks.Images.Policies;

/// <summary>
/// A regular expression in the syntax of RE2, which Go and so Flux and Argo CD take. It runs in time linear in the text,
/// whatever the pattern.
/// </summary>
public sealed class Re2Pattern
{
    private readonly Regex _regex;
    private readonly IReadOnlyList<string> _groups;

    private Re2Pattern(Regex regex, IReadOnlyList<string> groups) => (_regex, _groups) = (regex, groups);

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">It is not one in RE2's syntax, or too large; the message says what is wrong.</exception>
    public static Re2Pattern Parse(string text)
    {
        var converter = new Re2Converter(text);
        var converted = converter.Convert();
        try
        {
            return new Re2Pattern(
                new Regex(converted, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), converter.Groups);
        }
        catch (RegexParseException e)
        {
            throw new FormatException($"it is not a regular expression ({e.Error})", e);
        }
        catch (NotSupportedException e)
        {
            throw new FormatException("it needs going back in the text, which RE2 does not do", e);
        }
    }

    /// <summary>Whether some part of a text matches.</summary>
    public bool IsMatch(string text) => _regex.IsMatch(text);

    /// <summary>The first match in a text; null where there is none.</summary>
    public Re2Match? Match(string text) =>
        _regex.Match(text) is { Success: true } match ? new Re2Match(match, _groups) : null;
}
