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
        for (var at = 0; at < text.CommentCount; at++)
        {
            ref readonly var comment = ref text.Comments[at];
            if (minFromContent >= 0 && text.IsInline(comment) && comment.Start < text.Tokens[comment.TokenBefore].End + minFromContent)
                problems.AtComment(text, at, comment.Column, "too few spaces before comment: expected {0}", minFromContent);
            if (requiresSpace)
                CheckStart(text, problems, at);
        }
    }

    private void CheckStart(LintText text, ProblemList problems, int at)
    {
        ref readonly var comment = ref text.Comments[at];
        var words = text.Bytes[comment.Start..comment.End].TrimStart((byte)'#');
        var isShebang = comment.Start == 0 && words.StartsWith("!"u8);
        if (!words.IsEmpty && words[0] is not ((byte)' ' or 0) && !(ignoresShebangs && isShebang))
            problems.AtComment(text, at, comment.Column + comment.End - comment.Start - words.Length, "missing starting space in comment");
    }
}
