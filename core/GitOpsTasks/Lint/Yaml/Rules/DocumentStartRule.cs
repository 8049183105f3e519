using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Whether documents begin with <c>---</c>.</summary>
internal sealed class DocumentStartRule(bool isPresent) : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "document-start", LintCodes.DocumentStart, [new("present", true)], options => new DocumentStartRule(options.Flag("present")));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        var isOpen = false;
        for (var at = 1; at < text.TokenCount; at++)
        {
            var kind = text.Tokens[at].Kind;
            if (!isPresent && kind == TokenKind.DocumentStart)
                problems.AtStart(text, at, "found forbidden document start \"---\"");
            var isContent = kind is not (TokenKind.DocumentStart or TokenKind.DocumentEnd or TokenKind.Directive or TokenKind.StreamEnd);
            if (isPresent && !isOpen && (isContent || kind == TokenKind.DocumentEnd))
                problems.AtToken(text, at, ProblemSpan.At(text.Tokens[at].Line, 0), "missing document start \"---\"");
            isOpen = isContent || kind == TokenKind.DocumentStart;
        }
    }
}
