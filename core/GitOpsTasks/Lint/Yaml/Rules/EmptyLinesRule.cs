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
        var blank = 0;
        for (var line = 0; line < text.LineCount - 1; line++)
        {
            var (start, end) = text.Line(line);
            if (start != end)
            {
                blank = 0;
                continue;
            }

            blank++;
            var (nextStart, nextEnd) = text.Line(line + 1);
            var isAtEnd = line == text.LineCount - 2 && nextStart == nextEnd;
            if (nextStart == nextEnd && !isAtEnd)
                continue;
            if (isAtEnd && line == 0)
                return;
            var allowed = isAtEnd ? maxAtEnd : blank == line + 1 ? maxAtStart : max;
            if (blank > allowed)
                problems.AtLine(line, 1, "too many blank lines ({0} > {1})", blank, allowed);
        }
    }
}
