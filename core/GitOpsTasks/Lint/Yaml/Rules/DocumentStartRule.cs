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
        var tokens = text.Tokens;
        for (var at = 1; at < text.TokenCount; at++)
        {
            var kind = tokens[at].Kind;
            if (!isPresent)
            {
                if (kind == TokenKind.DocumentStart)
                    problems.AtStart(text, at, "found forbidden document start \"---\"");
            }
            else if (tokens[at - 1].Kind is TokenKind.StreamStart or TokenKind.DocumentEnd or TokenKind.Directive
                && kind is not (TokenKind.DocumentStart or TokenKind.Directive or TokenKind.StreamEnd))
            {
                problems.AtToken(text, at, tokens[at].Line + 1, 1, "missing document start \"---\"");
            }
        }
    }
}
