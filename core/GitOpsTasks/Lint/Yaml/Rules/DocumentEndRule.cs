using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Whether documents end with <c>...</c>.</summary>
internal sealed class DocumentEndRule(bool isPresent) : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "document-end", LintCodes.DocumentEnd, [new("present", true)], options => new DocumentEndRule(options.Flag("present")));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        for (var at = 1; at < text.TokenCount; at++)
        {
            var kind = text.Tokens[at].Kind;
            if (isPresent && IsMissing(text.Tokens[at - 1].Kind, kind))
                ReportMissing(text, problems, at);
            if (!isPresent && kind == TokenKind.DocumentEnd)
                problems.AtStart(text, at, "found forbidden document end \"...\"");
        }
    }

    // Directives belong to the document that they stand before; without one, they are what is not ended.
    private static bool IsMissing(TokenKind before, TokenKind kind) => kind switch
    {
        TokenKind.DocumentStart => before is not (TokenKind.StreamStart or TokenKind.DocumentEnd or TokenKind.Directive),
        TokenKind.StreamEnd => before is not (TokenKind.StreamStart or TokenKind.DocumentEnd),
        _ => false,
    };

    // At the start of the next document, or on the last line.
    private static void ReportMissing(LintText text, ProblemList problems, int at)
    {
        var line = text.Tokens[at].Line - (text.Tokens[at].Kind == TokenKind.StreamEnd ? 1 : 0);
        problems.AtToken(text, at, ProblemSpan.At(line, 0), "missing document end \"...\"");
    }
}
