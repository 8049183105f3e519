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
        DocumentAnchors? anchors = null;
        for (var at = 1; at < text.TokenCount; at++)
        {
            if (IsBound(text, at))
                anchors?.Clear();

            // A document is settled before its last token, which can use nothing in valid text.
            if (anchors is not null && IsBound(text, at + 1))
                ReportUnused(text, problems, at, anchors);
            var kind = text.Tokens[at].Kind;
            if (kind == TokenKind.Anchor && !(anchors ??= new DocumentAnchors(text)).Declare(at) && forbidsDuplicated)
                problems.AtStart(text, at, "found duplicated anchor \"{v}\"", at);
            if (kind == TokenKind.Alias && anchors?.Use(at) != true && forbidsUndeclared)
                problems.AtStart(text, at, "found undeclared alias \"{v}\"", at);
        }
    }

    private static bool IsBound(LintText text, int token) =>
        token < text.Tokens.Length && text.Tokens[token].Kind is TokenKind.DocumentStart or TokenKind.DocumentEnd or TokenKind.StreamEnd;

    private void ReportUnused(LintText text, ProblemList problems, int at, DocumentAnchors anchors)
    {
        foreach (var anchor in forbidsUnused ? anchors.Unused : [])
            problems.AtToken(text, at, ProblemSpan.Of(text, anchor), "found unused anchor \"{v}\"", named: anchor);
    }
}
