using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Aliases of nothing, and anchors that stand twice or are not used.</summary>
internal sealed class AnchorsRule(bool forbidsUndeclared, bool forbidsDuplicated, bool forbidsUnused) : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "anchors",
        LintCodes.Anchors,
        [new("forbid-undeclared-aliases", true), new("forbid-duplicated-anchors", false), new("forbid-unused-anchors", false)],
        options => new AnchorsRule(
            options.Flag("forbid-undeclared-aliases"), options.Flag("forbid-duplicated-anchors"), options.Flag("forbid-unused-anchors")))
    {
        Advice = "Define an anchor once, before its aliases and in their document, or quote the text.",
    };

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        var declared = new Dictionary<string, (int Token, bool IsUsed)>(StringComparer.Ordinal);
        var tokens = text.Tokens;
        for (var at = 0; at < text.TokenCount; at++)
        {
            if (tokens[at].Kind is TokenKind.DocumentStart or TokenKind.DocumentEnd)
                declared.Clear();
            if (forbidsUnused && declared.Count > 0 && at + 1 < tokens.Length
                && tokens[at + 1].Kind is TokenKind.DocumentStart or TokenKind.DocumentEnd or TokenKind.StreamEnd)
                ReportUnused(text, problems, at, declared);
            switch (tokens[at].Kind)
            {
                case TokenKind.Alias when declared.TryGetValue(text.ValueOf(at), out var anchor):
                    declared[text.ValueOf(at)] = anchor with { IsUsed = true };
                    break;
                case TokenKind.Alias when forbidsUndeclared:
                    problems.AtStart(text, at, "found undeclared alias \"{v}\"", at);
                    break;
                case TokenKind.Anchor:
                    if (forbidsDuplicated && declared.ContainsKey(text.ValueOf(at)))
                        problems.AtStart(text, at, "found duplicated anchor \"{v}\"", at);
                    declared[text.ValueOf(at)] = (at, false);
                    break;
            }
        }
    }

    // Those of a document, at its last token.
    private static void ReportUnused(LintText text, ProblemList problems, int at, Dictionary<string, (int Token, bool IsUsed)> declared)
    {
        foreach (var (anchor, isUsed) in declared.Values)
        {
            if (!isUsed)
                problems.AtToken(text, at, text.Tokens[anchor].Line + 1, text.Tokens[anchor].Column + 1, "found unused anchor \"{v}\"", named: anchor);
        }
    }
}
