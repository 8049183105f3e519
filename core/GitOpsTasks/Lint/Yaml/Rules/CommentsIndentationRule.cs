using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Comments on lines of their own are indented as what is before or after them.</summary>
internal sealed class CommentsIndentationRule : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "comments-indentation", LintCodes.CommentsIndentation, [], _ => new CommentsIndentationRule());

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        for (var at = 0; at < text.CommentCount; at++)
        {
            ref readonly var comment = ref text.Comments[at];
            ref readonly var before = ref text.Tokens[comment.TokenBefore];
            if (before.Kind != TokenKind.StreamStart && before.EndLine == comment.Line)
                continue;
            ref readonly var after = ref text.Tokens[comment.TokenBefore + 1];
            var next = after.Kind == TokenKind.StreamEnd ? 0 : after.Column;
            var previous = Math.Max(next, before.Kind == TokenKind.StreamStart ? 0 : IndentOf(text, before));
            if (at > 0 && text.Comments[at - 1] is var last && last.TokenBefore == comment.TokenBefore && !text.IsInline(last))
                previous = last.Column;
            if (comment.Column != previous && comment.Column != next)
                problems.AtComment(text, at, comment.Column + 1, "comment not indented like content");
        }
    }

    private static int IndentOf(LintText text, in Token token)
    {
        var start = text.Bytes[..token.Start].LastIndexOf((byte)'\n') + 1;
        var indent = text.Bytes[start..].IndexOfAnyExcept((byte)' ');
        return indent < 0 ? text.Bytes.Length - start : indent;
    }
}
