using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Blanks around commas.</summary>
internal sealed class CommasRule(int maxBefore, int minAfter, int maxAfter) : YamlRule
{
    private const string TooManyBefore = "too many spaces before comma";

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
        var tokens = text.Tokens;
        for (var at = 1; at < text.TokenCount; at++)
        {
            if (tokens[at].Kind != TokenKind.FlowEntry)
                continue;
            if (maxBefore != -1 && tokens[at - 1].EndLine < tokens[at].Line)
                problems.AtToken(text, at, tokens[at].Line + 1, Math.Max(1, tokens[at].Column), TooManyBefore);
            else
                Spacing.Before(text, problems, at, -1, maxBefore, "", TooManyBefore);
            Spacing.After(text, problems, at, minAfter, maxAfter, "too few spaces after comma", "too many spaces after comma");
        }
    }
}
