using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Blanks around colons, and after question marks.</summary>
internal sealed class ColonsRule(int maxBefore, int maxAfter) : YamlRule
{
    private readonly SpacingLimits _before = SpacingLimits.AtMost(maxBefore, "too many spaces before colon");
    private readonly SpacingLimits _after = SpacingLimits.AtMost(maxAfter, "too many spaces after colon");
    private readonly SpacingLimits _afterMark = SpacingLimits.AtMost(maxAfter, "too many spaces after question mark");

    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "colons",
        LintCodes.Colons,
        [new("max-spaces-before", 0), new("max-spaces-after", 1)],
        options => new ColonsRule(options.Number("max-spaces-before"), options.Number("max-spaces-after")));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        for (var at = 1; at < text.TokenCount; at++)
        {
            if (text.Tokens[at].IsExplicitKey)
                _afterMark.Check(text, problems, at, at);
            if (text.Tokens[at].Kind != TokenKind.Value || PartsAnAlias(text, at))
                continue;
            _before.Check(text, problems, at - 1, at);
            _after.Check(text, problems, at, at);
        }
    }

    // Without the blank the colon would be part of the alias.
    private static bool PartsAnAlias(LintText text, int colon) =>
        text.Tokens[colon - 1].Kind == TokenKind.Alias && text.Tokens[colon].Start == text.Tokens[colon - 1].End + 1;
}
