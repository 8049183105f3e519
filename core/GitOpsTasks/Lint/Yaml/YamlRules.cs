using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Yaml;

/// <summary>What the yaml layer looks for, by the names yamllint has for it; a yamllint configuration says how serious each is.</summary>
internal static class YamlRules
{
    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new(LintCodes.DuplicateKey, "key-duplicates", LintLayer.Yaml, Severity.Error, "A key stands twice in one mapping; readers disagree on which value counts."),
        new(LintCodes.Anchors, "anchors", LintLayer.Yaml, Severity.Error, "An alias of nothing, or an anchor that stands twice or is not used."),
        new(LintCodes.Braces, "braces", LintLayer.Yaml, Severity.Error, "Flow mappings, or blanks inside braces."),
        new(LintCodes.Brackets, "brackets", LintLayer.Yaml, Severity.Error, "Flow sequences, or blanks inside brackets."),
        new(LintCodes.Colons, "colons", LintLayer.Yaml, Severity.Error, "Blanks around a colon."),
        new(LintCodes.Commas, "commas", LintLayer.Yaml, Severity.Error, "Blanks around a comma."),
        new(LintCodes.Comments, "comments", LintLayer.Yaml, Severity.Error, "Space before or at the start of a comment."),
        new(LintCodes.CommentsIndentation, "comments-indentation", LintLayer.Yaml, Severity.Error, "A comment is not indented like what is around it."),
        new(LintCodes.DocumentEnd, "document-end", LintLayer.Yaml, Severity.Error, "A document does not end with ..., or does."),
        new(LintCodes.DocumentStart, "document-start", LintLayer.Yaml, Severity.Error, "A document does not begin with ---, or does."),
        new(LintCodes.EmptyLines, "empty-lines", LintLayer.Yaml, Severity.Error, "Too many blank lines."),
        new(LintCodes.EmptyValues, "empty-values", LintLayer.Yaml, Severity.Error, "A key or item has no value and so is null."),
        new(LintCodes.FloatValues, "float-values", LintLayer.Yaml, Severity.Error, "A number is written in a way that was forbidden."),
        new(LintCodes.Hyphens, "hyphens", LintLayer.Yaml, Severity.Error, "Blanks after a hyphen."),
        new(LintCodes.Indentation, "indentation", LintLayer.Yaml, Severity.Error, "A line is not indented as others of its level."),
        new(LintCodes.KeyOrdering, "key-ordering", LintLayer.Yaml, Severity.Error, "Keys are not in order."),
        new(LintCodes.LineLength, "line-length", LintLayer.Yaml, Severity.Error, "A line is too long."),
        new(LintCodes.NewLineAtEndOfFile, "new-line-at-end-of-file", LintLayer.Yaml, Severity.Error, "The last line has no line feed."),
        new(LintCodes.NewLines, "new-lines", LintLayer.Yaml, Severity.Error, "Lines end in another way than they should."),
        new(LintCodes.OctalValues, "octal-values", LintLayer.Yaml, Severity.Error, "A number to the base of eight."),
        new(LintCodes.QuotedStrings, "quoted-strings", LintLayer.Yaml, Severity.Error, "A text has quotes it should not have, or lacks them."),
        new(LintCodes.TrailingSpaces, "trailing-spaces", LintLayer.Yaml, Severity.Error, "White space at the end of a line."),
        new(LintCodes.Truthy, "truthy", LintLayer.Yaml, Severity.Error, "A word that some readers take for true or false."),
    ];
}
