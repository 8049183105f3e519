using System.Buffers;
using GitOpsTasks.Lint.Yaml.Tokens;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Tells whether a text would read as another one without its quotes.</summary>
internal static class QuoteNeed
{
    private static readonly SearchValues<char> s_harmless =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-");

    /// <summary>Whether a quoted scalar has to be quoted.</summary>
    public static bool IsThere(LintText text, in Token token, string value, bool inFlow)
    {
        if (EndsALineWithBackslash(text, token))
            return true;
        if (char.IsAsciiLetter(value[0]) && !value.AsSpan().ContainsAnyExcept(s_harmless))
            return false;
        return (inFlow && value.AsSpan().ContainsAny(",[]{}")) || !ReadsTheSame(value);
    }

    private static bool EndsALineWithBackslash(LintText text, in Token token) =>
        token.Style == YamlStyle.DoubleQuoted && token.EndLine > token.Line && text.Verbatim(token) is var written
        && (written.IndexOf("\\\n"u8) >= 0 || written.IndexOf("\\\r\n"u8) >= 0);

    // Three hyphens or points are a mark of documents only at the start of a line, where a value is not.
    private static bool ReadsTheSame(string value) => PlainScalar.CanHold(
        value.StartsWith("---", StringComparison.Ordinal) || value.StartsWith("...", StringComparison.Ordinal) ? string.Concat("x", value.AsSpan(3)) : value,
        inFlow: false);
}
