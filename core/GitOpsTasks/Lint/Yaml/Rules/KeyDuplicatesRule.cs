using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Keys that stand twice in a mapping: readers disagree on which value counts.</summary>
internal sealed class KeyDuplicatesRule(bool forbidsMergeKeys) : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "key-duplicates",
        LintCodes.DuplicateKey,
        [new("forbid-duplicated-merge-keys", false)],
        options => new KeyDuplicatesRule(options.Flag("forbid-duplicated-merge-keys")))
    {
        Advice = "Keep one of the two, the first is in line {0}: readers disagree on which one counts.",
    };

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        var tokens = text.Tokens;
        var stack = new MappingStack();
        var seen = new SeenKeys(text);
        for (var at = 0; at < text.TokenCount; at++)
        {
            ref readonly var token = ref tokens[at];
            stack.Follow(token.Kind);
            if (token.Kind == TokenKind.Key && stack.Current >= 0 && tokens[at + 1].Kind == TokenKind.Scalar
                && seen.Add(stack.Current, at + 1) is var first and >= 0
                && (forbidsMergeKeys || !text.Verbatim(tokens[at + 1]).SequenceEqual("<<"u8)))
                problems.AtToken(
                    text, at, ProblemSpan.Of(text, at + 1), "duplication of key \"{v}\" in mapping", tokens[first].Line + 1, named: at + 1);
        }
    }
}
