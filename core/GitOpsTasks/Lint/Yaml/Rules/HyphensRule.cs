using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Blanks after the hyphens of lists.</summary>
internal sealed class HyphensRule(int maxAfter) : YamlRule
{
    private readonly SpacingLimits _after = SpacingLimits.AtMost(maxAfter, "too many spaces after hyphen");

    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "hyphens", LintCodes.Hyphens, [new("max-spaces-after", 1)], options => new HyphensRule(options.Number("max-spaces-after")));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        for (var at = 0; at < text.TokenCount; at++)
        {
            if (text.Tokens[at].Kind == TokenKind.BlockEntry)
                _after.Check(text, problems, at, at);
        }
    }
}
