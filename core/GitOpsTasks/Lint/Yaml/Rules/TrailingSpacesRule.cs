namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>White space at the end of lines.</summary>
internal sealed class TrailingSpacesRule : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new("trailing-spaces", LintCodes.TrailingSpaces, [], _ => new TrailingSpacesRule());

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        for (var line = 0; line < text.LineCount; line++)
        {
            var (start, end) = text.Line(line);
            if (end == start || text.Bytes[end - 1] > ' ')
                continue;
            var content = start + text.Bytes[start..end].TrimEnd(" \t\v\f\r"u8).Length;
            if (content < end && text.Bytes[content] is (byte)' ' or (byte)'\t')
                problems.AtLine(new ProblemSpan(line + 1, text.Characters(start, content) + 1, text.Characters(start, end) + 1), "trailing spaces");
        }
    }
}
