namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Blank lines that follow each other.</summary>
internal sealed class EmptyLinesRule(int max, int maxAtStart, int maxAtEnd) : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "empty-lines",
        LintCodes.EmptyLines,
        [new("max", 2), new("max-start", 0), new("max-end", 0)],
        options => new EmptyLinesRule(options.Number("max"), options.Number("max-start"), options.Number("max-end")));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        for (var line = 0; line < text.LineCount - 1; line++)
        {
            if (!IsBlank(text, line))
                continue;
            var first = line;
            while (line + 1 < text.LineCount - 1 && IsBlank(text, line + 1))
                line++;
            CheckRun(text, problems, first, line);
        }
    }

    private void CheckRun(LintText text, ProblemList problems, int first, int last)
    {
        var isAtEnd = last == text.LineCount - 2 && IsBlank(text, last + 1);
        var allowed = (first, isAtEnd) switch
        {
            (0, true) when last == 0 => 1,
            (_, true) => maxAtEnd,
            (0, _) => maxAtStart,
            _ => max,
        };
        var count = last - first + 1;
        if (count > allowed)
            problems.AtLine(ProblemSpan.At(last, 0), "too many blank lines ({0} > {1})", count, allowed);
    }

    private static bool IsBlank(LintText text, int line) => text.Line(line) is var (start, end) && start == end;
}
