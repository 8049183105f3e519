namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>How lines end. The first line speaks for all.</summary>
internal sealed class NewLinesRule(bool isDos) : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    /// <remarks><c>platform</c> is <c>unix</c> here: a check gives the same on every machine.</remarks>
    public static RuleDefinition Definition { get; } = new(
        "new-lines",
        LintCodes.NewLines,
        [new("type", "unix") { Choices = ["unix", "dos", "platform"] }],
        options => new NewLinesRule(options.Text("type") == "dos"));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        var (start, end) = text.Line(0);
        if (end >= text.Bytes.Length || text.Bytes[end..].StartsWith("\r\n"u8) == isDos)
            return;
        problems.AtLine(ProblemSpan.At(0, text.Characters(start, end)), "wrong new line character: expected " + (isDos ? "\\r\\n" : "\\n"));
    }
}
