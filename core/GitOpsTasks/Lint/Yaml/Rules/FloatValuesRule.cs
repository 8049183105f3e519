using GitOpsTasks.Lint.Yaml.Configuration;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Ways to write numbers that are no whole numbers.</summary>
internal sealed class FloatValuesRule(RuleOptions options) : YamlRule
{
    private readonly (FloatForm Form, string Message)[] _forbidden =
    [
        (options.Flag("forbid-nan") ? FloatForm.NotANumber : FloatForm.None, "forbidden not a number value \"{v}\""),
        (options.Flag("forbid-inf") ? FloatForm.Infinite : FloatForm.None, "forbidden infinite value \"{v}\""),
        (options.Flag("forbid-scientific-notation") ? FloatForm.Scientific : FloatForm.None, "forbidden scientific notation \"{v}\""),
        (options.Flag("require-numeral-before-decimal") ? FloatForm.WithoutNumeral : FloatForm.None, "forbidden decimal missing 0 prefix \"{v}\""),
    ];

    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "float-values",
        LintCodes.FloatValues,
        [
            new("require-numeral-before-decimal", false), new("forbid-scientific-notation", false),
            new("forbid-nan", false), new("forbid-inf", false),
        ],
        options => new FloatValuesRule(options));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        for (var at = 1; at < text.TokenCount; at++)
        {
            var forms = PlainValue.IsAt(text, at) ? FloatForms.Of(text.Verbatim(text.Tokens[at])) : FloatForm.None;
            if (forms == FloatForm.None)
                continue;
            foreach (var (form, message) in _forbidden)
            {
                if ((forms & form) != FloatForm.None)
                    problems.AtStart(text, at, message, at);
            }
        }
    }
}
