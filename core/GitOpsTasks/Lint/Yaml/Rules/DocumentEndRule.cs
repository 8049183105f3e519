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
        var isOpen = false;
        for (var at = 1; at < text.TokenCount; at++)
        {
            var kind = text.Tokens[at].Kind;
            if (isPresent && isOpen && kind is TokenKind.DocumentStart or TokenKind.StreamEnd)
                ReportMissing(text, problems, at);
            if (!isPresent && kind == TokenKind.DocumentEnd)
                problems.AtStart(text, at, "found forbidden document end \"...\"");
            isOpen = kind is not (TokenKind.DocumentEnd or TokenKind.Directive);
        }
    }

    // At the start of the next document, or on the last line.
    private static void ReportMissing(LintText text, ProblemList problems, int at)
    {
        var line = text.Tokens[at].Line - (text.Tokens[at].Kind == TokenKind.StreamEnd ? 1 : 0);
        problems.AtToken(text, at, ProblemSpan.At(line, 0), "missing document end \"...\"");
    }
}
