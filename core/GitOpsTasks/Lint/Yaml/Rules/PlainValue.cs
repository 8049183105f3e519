using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Scalars whose text alone says what they are: without quotes and without a tag, on one line.</summary>
internal static class PlainValue
{
    /// <summary>Whether a token is one.</summary>
    public static bool IsAt(LintText text, int token) =>
        text.Tokens[token] is { IsPlain: true, IsVerbatim: true } && text.Tokens[token - 1].Kind != TokenKind.Tag;
}
