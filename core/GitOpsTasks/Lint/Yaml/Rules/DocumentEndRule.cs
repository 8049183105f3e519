using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Whether documents end with <c>...</c>.</summary>
internal sealed class DocumentEndRule(bool isPresent) : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "document-end", LintCodes.DocumentEnd, [new("present", true)], options => new DocumentEndRule(options.Flag("present")));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        var tokens = text.Tokens;
        for (var at = 1; at < text.TokenCount; at++)
        {
            var kind = tokens[at].Kind;
            if (!isPresent)
            {
                if (kind == TokenKind.DocumentEnd)
                    problems.AtStart(text, at, "found forbidden document end \"...\"");
            }
            else if (kind is TokenKind.StreamEnd or TokenKind.DocumentStart
                && tokens[at - 1].Kind is not (TokenKind.DocumentEnd or TokenKind.StreamStart or TokenKind.Directive))
            {
                var line = tokens[at].Line + (kind == TokenKind.StreamEnd ? 0 : 1);
                problems.AtToken(text, at, line, 1, "missing document end \"...\"");
            }
        }
    }
}
