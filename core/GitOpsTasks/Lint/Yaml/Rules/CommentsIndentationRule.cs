using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Comments on lines of their own stand at the column of what is around them.</summary>
internal sealed class CommentsIndentationRule : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "comments-indentation", LintCodes.CommentsIndentation, [], _ => new CommentsIndentationRule());

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        for (var from = 0; from < text.CommentCount;)
        {
            var to = EndOfRun(text, from);
            while (from < to && text.IsInline(text.Comments[from]))
                from++;
            if (from < to)
                CheckRun(text, problems, from, to);
            from = to;
        }
    }

    // The comments between two tokens.
    private static int EndOfRun(LintText text, int from)
    {
        var to = from + 1;
        while (to < text.CommentCount && text.Comments[to].TokenBefore == text.Comments[from].TokenBefore)
            to++;
        return to;
    }

    // Comments that stand below each other at one column are a stretch. Each stretch stands where the content below does;
    // the first one may also stand where the content above does, if that is further in, and anywhere if it ends a block scalar.
    private static void CheckRun(LintText text, ProblemList problems, int from, int to)
    {
        var above = text.Comments[from].TokenBefore;
        var below = ColumnBelow(text, above + 1);
        for (var start = from; start < to;)
        {
            var column = text.Comments[start].Column;
            var isRight = column == below || (start == from
                && ((column > below && column == ColumnAbove(text, above)) || EndsBlockScalar(text, above, text.Comments[start])));
            if (!isRight)
                problems.AtComment(text, start, column, "comment not indented like content");
            while (start < to && text.Comments[start].Column == column)
                start++;
        }
    }

    private static bool EndsBlockScalar(LintText text, int above, in Comment comment) =>
        text.Tokens[above].Kind == TokenKind.Scalar && text.Tokens[above].EndLine == comment.Line;

    private static int ColumnBelow(LintText text, int token) => text.Tokens[token].Kind == TokenKind.StreamEnd ? 0 : text.Tokens[token].Column;

    private static int ColumnAbove(LintText text, int token)
    {
        if (text.Tokens[token].Kind == TokenKind.StreamStart)
            return 0;
        var line = text.Bytes[text.StartOfLine(text.Tokens[token])..];
        return line.IndexOfAnyExcept((byte)' ') is var column and >= 0 ? column : line.Length;
    }
}
