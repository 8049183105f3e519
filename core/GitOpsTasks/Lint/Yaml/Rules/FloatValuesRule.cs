using System.Text.RegularExpressions;
using GitOpsTasks.Lint.Yaml.Configuration;
using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Ways to write numbers that are no whole numbers.</summary>
internal sealed partial class FloatValuesRule(RuleOptions options) : YamlRule
{
    private readonly bool _requiresNumeral = options.Flag("require-numeral-before-decimal");
    private readonly bool _forbidsScientific = options.Flag("forbid-scientific-notation");
    private readonly bool _forbidsNan = options.Flag("forbid-nan");
    private readonly bool _forbidsInf = options.Flag("forbid-inf");

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
        var tokens = text.Tokens;
        for (var at = 1; at < text.TokenCount; at++)
        {
            ref readonly var token = ref tokens[at];
            if (token.IsPlain && token.IsVerbatim && token.End > token.Start && tokens[at - 1].Kind != TokenKind.Tag
                && text.Bytes[token.Start] is (byte)'.' or (byte)'-' or (byte)'+' or (>= (byte)'0' and <= (byte)'9'))
                Check(text, problems, at, text.ValueOf(at));
        }
    }

    private void Check(LintText text, ProblemList problems, int at, string value)
    {
        if (_forbidsNan && value is ".nan" or ".NaN" or ".NAN")
            problems.AtStart(text, at, "forbidden not a number value \"{v}\"", at);
        if (_forbidsInf && Infinity().IsMatch(value))
            problems.AtStart(text, at, "forbidden infinite value \"{v}\"", at);
        if (_forbidsScientific && Scientific().IsMatch(value))
            problems.AtStart(text, at, "forbidden scientific notation \"{v}\"", at);
        if (_requiresNumeral && WithoutNumeral().IsMatch(value))
            problems.AtStart(text, at, "forbidden decimal missing 0 prefix \"{v}\"", at);
    }

    [GeneratedRegex(@"\A[-+]?\.(inf|Inf|INF)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Infinity();

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)[eE][-+]?[0-9]+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"\A[-+]?\.[0-9]+([eE][-+]?[0-9]+)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex WithoutNumeral();
}
