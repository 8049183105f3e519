using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Keys and items without a value, which read as null.</summary>
internal sealed class EmptyValuesRule(bool inBlockMappings, bool inFlowMappings, bool inBlockSequences) : YamlRule
{
    // A sign, then what cannot begin a value for it.
    private readonly (TokenKind Sign, TokenKind[] Next, string Message)[] _signs =
    [
        (TokenKind.Value, inBlockMappings ? [TokenKind.Key, TokenKind.BlockEnd] : [], "empty value in block mapping"),
        (TokenKind.Value, inFlowMappings ? [TokenKind.FlowEntry, TokenKind.FlowMappingEnd] : [], "empty value in flow mapping"),
        (TokenKind.BlockEntry, inBlockSequences ? [TokenKind.Key, TokenKind.BlockEnd, TokenKind.BlockEntry] : [], "empty value in block sequence"),
    ];

    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "empty-values",
        LintCodes.EmptyValues,
        [new("forbid-in-block-mappings", true), new("forbid-in-flow-mappings", true), new("forbid-in-block-sequences", true)],
        options => new EmptyValuesRule(
            options.Flag("forbid-in-block-mappings"), options.Flag("forbid-in-flow-mappings"), options.Flag("forbid-in-block-sequences")));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        for (var at = 1; at < text.TokenCount && at + 1 < text.Tokens.Length; at++)
        {
            if (text.Tokens[at].Kind is not (TokenKind.Value or TokenKind.BlockEntry))
                continue;
            foreach (var (sign, next, message) in _signs)
            {
                if (sign == text.Tokens[at].Kind && next.Contains(text.Tokens[at + 1].Kind))
                    problems.AfterEnd(text, at, message);
            }
        }
    }
}
