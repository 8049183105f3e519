namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>The last line ends with a line feed.</summary>
internal sealed class NewLineAtEndOfFileRule : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "new-line-at-end-of-file", LintCodes.NewLineAtEndOfFile, [], _ => new NewLineAtEndOfFileRule());

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        var last = text.LineCount - 1;
        var (start, end) = text.Line(last);
        if (end > start)
            problems.AtLine(ProblemSpan.At(last, text.Characters(start, end)), "no new line character at the end of file");
    }
}
