using GitOpsTasks.Lint.Yaml.Configuration;
using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>What <c>braces</c> and <c>brackets</c> have in common: whether they may be used, and blanks inside them.</summary>
internal sealed class FlowSpacing : YamlRule
{
    private readonly TokenKind _open;
    private readonly TokenKind _close;
    private readonly bool _isForbidden;
    private readonly bool _isForbiddenUnlessEmpty;
    private readonly SpacingLimits _inside;
    private readonly SpacingLimits _insideEmpty;
    private readonly string _forbidden;

    private FlowSpacing(RuleOptions options, TokenKind open, TokenKind close, string collection, string signs)
    {
        (_open, _close) = (open, close);
        _isForbidden = options.Flag("forbid");
        _isForbiddenUnlessEmpty = options.Text("forbid") == "non-empty";
        _inside = Limits(options.Number("min-spaces-inside"), options.Number("max-spaces-inside"), signs);
        _insideEmpty = Limits(
            OrElse(options.Number("min-spaces-inside-empty"), _inside.Least), OrElse(options.Number("max-spaces-inside-empty"), _inside.Most), "empty " + signs);
        _forbidden = $"forbidden flow {collection}";
    }

    /// <summary>The rule about <c>{}</c>.</summary>
    public static RuleDefinition Braces { get; } = new("braces", LintCodes.Braces, Options(), options => new FlowSpacing(
        options, TokenKind.FlowMappingStart, TokenKind.FlowMappingEnd, "mapping", "braces"));

    /// <summary>The rule about <c>[]</c>.</summary>
    public static RuleDefinition Brackets { get; } = new("brackets", LintCodes.Brackets, Options(), options => new FlowSpacing(
        options, TokenKind.FlowSequenceStart, TokenKind.FlowSequenceEnd, "sequence", "brackets"));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        for (var at = 1; at < text.TokenCount; at++)
        {
            var isEmpty = text.Tokens[at + 1 < text.Tokens.Length ? at + 1 : at].Kind == _close;
            if (text.Tokens[at].Kind == _close)
                CheckClose(text, problems, at);
            else if (text.Tokens[at].Kind != _open)
                continue;
            else if (_isForbidden || (_isForbiddenUnlessEmpty && !isEmpty))
                problems.AtToken(text, at, ProblemSpan.At(text.Tokens[at].Line, text.Tokens[at].EndColumn), _forbidden);
            else
                (isEmpty ? _insideEmpty : _inside).Check(text, problems, at, at);
        }
    }

    private void CheckClose(LintText text, ProblemList problems, int at)
    {
        if (text.Tokens[at - 1].Kind != _open)
            _inside.Check(text, problems, at - 1, at);
    }

    private static SpacingLimits Limits(int least, int most, string where) =>
        new(least, most, $"too few spaces inside {where}", $"too many spaces inside {where}");

    private static int OrElse(int given, int other) => given == -1 ? other : given;

    private static OptionDefinition[] Options() =>
    [
        new("forbid", false) { Choices = ["non-empty"] },
        new("min-spaces-inside", 0),
        new("max-spaces-inside", 0),
        new("min-spaces-inside-empty", -1),
        new("max-spaces-inside-empty", -1),
    ];
}
