using System.Buffers;
using System.Text;
using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Tells whether a text would read as another one without its quotes.</summary>
internal static class QuoteNeed
{
    private const int FirstAfterColon = 5;
    private static readonly SearchValues<char> s_harmless =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-");

    /// <summary>Whether a quoted scalar has to be quoted.</summary>
    public static bool IsThere(LintText text, in Token token, string value, bool inFlow)
    {
        if (char.IsAsciiLetter(value[0]) && !value.AsSpan().ContainsAnyExcept(s_harmless))
            return false;
        return (inFlow && value.AsSpan().ContainsAny(",[]{}")) || EndsALineWithBackslash(text, token) || !ReadsTheSame(value);
    }

    private static bool EndsALineWithBackslash(LintText text, in Token token) =>
        token.EndLine > token.Line && text.Verbatim(token) is var written
        && (written.IndexOf("\\\n"u8) >= 0 || written.IndexOf("\\\r\n"u8) >= 0);

    private static bool ReadsTheSame(string value)
    {
        var document = Encoding.UTF8.GetBytes("key: " + value);
        var text = new LintText();
        text.Load(document);
        if (text.ScanError is { } error && error.TokensBefore < FirstAfterColon + 2)
            return false;
        var tokens = text.Tokens;
        return tokens.Length > FirstAfterColon + 1 && tokens[FirstAfterColon].IsPlain && tokens[FirstAfterColon + 1].Kind == TokenKind.BlockEnd
            && text.ValueOf(FirstAfterColon) == value;
    }
}
