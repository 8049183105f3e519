using GitOpsTasks.Lint.Yaml.Configuration;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>How far lines are indented.</summary>
internal sealed class IndentationRule(int? width, SequenceIndent sequences, bool checksMultiLine) : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "indentation",
        LintCodes.Indentation,
        [
            new("spaces", "consistent") { TakesNumber = true, Choices = ["consistent"] },
            new("indent-sequences", true) { Choices = ["whatever", "consistent"] },
            new("check-multi-line-strings", false),
        ],
        options => new IndentationRule(
            options.Text("spaces") is null ? options.Number("spaces") : null,
            Sequences(options),
            options.Flag("check-multi-line-strings")));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems) =>
        new IndentationWalk(text, problems, width, sequences, checksMultiLine).Run();

    private static SequenceIndent Sequences(RuleOptions options) => options.Text("indent-sequences") switch
    {
        "whatever" => SequenceIndent.Either,
        "consistent" => SequenceIndent.AsTheFirst,
        _ => options.Flag("indent-sequences") ? SequenceIndent.Always : SequenceIndent.Never,
    };
}
