using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Keys and items without a value, which read as null.</summary>
internal sealed class EmptyValuesRule(bool inBlockMappings, bool inFlowMappings, bool inBlockSequences) : YamlRule
{
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
        var tokens = text.Tokens;
        for (var at = 0; at < text.TokenCount; at++)
        {
            if (tokens[at].Kind == TokenKind.Value)
            {
                if (inBlockMappings && tokens[at + 1].Kind is TokenKind.Key or TokenKind.BlockEnd)
                    problems.AfterEnd(text, at, "empty value in block mapping");
                if (inFlowMappings && tokens[at + 1].Kind is TokenKind.FlowEntry or TokenKind.FlowMappingEnd)
                    problems.AfterEnd(text, at, "empty value in flow mapping");
            }
            else if (inBlockSequences && tokens[at].Kind == TokenKind.BlockEntry
                && tokens[at + 1].Kind is TokenKind.Key or TokenKind.BlockEnd or TokenKind.BlockEntry)
            {
                problems.AfterEnd(text, at, "empty value in block sequence");
            }
        }
    }
}
