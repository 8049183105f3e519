using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Blanks around colons, and after question marks.</summary>
internal sealed class ColonsRule(int maxBefore, int maxAfter) : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "colons",
        LintCodes.Colons,
        [new("max-spaces-before", 0), new("max-spaces-after", 1)],
        options => new ColonsRule(options.Number("max-spaces-before"), options.Number("max-spaces-after")));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        var tokens = text.Tokens;
        for (var at = 1; at < text.TokenCount; at++)
        {
            ref readonly var token = ref tokens[at];
            if (token.Kind == TokenKind.Value)
            {
                // The colon has to be parted from an alias, to whose name it would belong.
                if (tokens[at - 1].Kind == TokenKind.Alias && token.Start - tokens[at - 1].End == 1)
                    continue;
                Spacing.Before(text, problems, at, -1, maxBefore, "", "too many spaces before colon");
                Spacing.After(text, problems, at, -1, maxAfter, "", "too many spaces after colon");
            }
            else if (token.IsExplicitKey)
            {
                Spacing.After(text, problems, at, -1, maxAfter, "", "too many spaces after question mark");
            }
        }
    }
}
