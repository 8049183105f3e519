using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Blanks around commas.</summary>
internal sealed class CommasRule(int maxBefore, int minAfter, int maxAfter) : YamlRule
{
    private readonly SpacingLimits _before = SpacingLimits.AtMost(maxBefore, "too many spaces before comma");
    private readonly SpacingLimits _after = new(minAfter, maxAfter, "too few spaces after comma", "too many spaces after comma");

    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "commas",
        LintCodes.Commas,
        [new("max-spaces-before", 0), new("min-spaces-after", 1), new("max-spaces-after", 1)],
        options => new CommasRule(
            options.Number("max-spaces-before"), options.Number("min-spaces-after"), options.Number("max-spaces-after")));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        for (var at = 1; at < text.TokenCount; at++)
        {
            if (text.Tokens[at].Kind != TokenKind.FlowEntry)
                continue;
            CheckBefore(text, problems, at);
            _after.Check(text, problems, at, at);
        }
    }

    // A line break before a comma is more than any number of blanks.
    private void CheckBefore(LintText text, ProblemList problems, int comma)
    {
        ref readonly var token = ref text.Tokens[comma];
        if (token.Line == text.Tokens[comma - 1].EndLine || maxBefore < 0)
            _before.Check(text, problems, comma - 1, comma);
        else
            problems.AtToken(text, comma, new ProblemSpan(token.Line + 1, Math.Max(1, token.Column), token.Column + 2), _before.TooMany);
    }
}
