namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>White space at the end of lines.</summary>
internal sealed class TrailingSpacesRule : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new("trailing-spaces", LintCodes.TrailingSpaces, [], _ => new TrailingSpacesRule());

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        var bytes = text.Bytes;
        for (var line = 0; line < text.LineCount; line++)
        {
            var (start, end) = text.Line(line);
            if (end == start || !IsSpace(bytes[end - 1]))
                continue;
            var content = end;
            while (content > start && IsSpace(bytes[content - 1]))
                content--;
            if (bytes[content] is (byte)' ' or (byte)'\t')
                problems.AtLine(line, text.Characters(start, content) + 1, "trailing spaces");
        }
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r');
}
