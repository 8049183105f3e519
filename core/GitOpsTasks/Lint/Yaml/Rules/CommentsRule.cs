namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Space before and at the start of comments.</summary>
internal sealed class CommentsRule(bool requiresSpace, bool ignoresShebangs, int minFromContent) : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "comments",
        LintCodes.Comments,
        [new("require-starting-space", true), new("ignore-shebangs", true), new("min-spaces-from-content", 2)],
        options => new CommentsRule(
            options.Flag("require-starting-space"), options.Flag("ignore-shebangs"), options.Number("min-spaces-from-content")));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        var bytes = text.Bytes;
        for (var at = 0; at < text.CommentCount; at++)
        {
            ref readonly var comment = ref text.Comments[at];
            if (minFromContent != -1 && text.IsInline(comment)
                && comment.Start - text.Tokens[comment.TokenBefore].End < minFromContent)
                problems.AtComment(text, at, comment.Column + 1, "too few spaces before comment: expected {0}", minFromContent);
            if (!requiresSpace)
                continue;
            var start = comment.Start + 1;
            while (start < bytes.Length && bytes[start] == '#')
                start++;
            if (start >= bytes.Length || bytes[start] is (byte)' ' or (byte)'\n' or (byte)'\r' or 0)
                continue;
            if (!ignoresShebangs || comment.Line != 0 || comment.Column != 0 || bytes[start] != '!')
                problems.AtComment(text, at, comment.Column + 1 + start - comment.Start, "missing starting space in comment");
        }
    }
}
