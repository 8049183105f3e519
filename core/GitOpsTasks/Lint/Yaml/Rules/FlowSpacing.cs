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
    private readonly (int Min, int Max) _inside;
    private readonly (int Min, int Max) _insideEmpty;
    private readonly string _forbidden;
    private readonly string _tooFew;
    private readonly string _tooMany;
    private readonly string _tooFewEmpty;
    private readonly string _tooManyEmpty;

    private FlowSpacing(RuleOptions options, TokenKind open, TokenKind close, string collection, string signs)
    {
        (_open, _close) = (open, close);
        _isForbidden = options.Flag("forbid");
        _isForbiddenUnlessEmpty = options.Text("forbid") == "non-empty";
        _inside = (options.Number("min-spaces-inside"), options.Number("max-spaces-inside"));
        _insideEmpty = (
            options.Number("min-spaces-inside-empty") is var min and not -1 ? min : _inside.Min,
            options.Number("max-spaces-inside-empty") is var max and not -1 ? max : _inside.Max);
        _forbidden = $"forbidden flow {collection}";
        _tooFew = $"too few spaces inside {signs}";
        _tooMany = $"too many spaces inside {signs}";
        _tooFewEmpty = $"too few spaces inside empty {signs}";
        _tooManyEmpty = $"too many spaces inside empty {signs}";
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
        var tokens = text.Tokens;
        for (var at = 0; at < text.TokenCount; at++)
        {
            var kind = tokens[at].Kind;
            if (kind == _open)
                CheckOpen(text, problems, at, isEmpty: tokens[at + 1].Kind == _close);
            else if (kind == _close && tokens[at - 1].Kind != _open)
                Spacing.Before(text, problems, at, _inside.Min, _inside.Max, _tooFew, _tooMany);
        }
    }

    private void CheckOpen(LintText text, ProblemList problems, int at, bool isEmpty)
    {
        if (_isForbidden || (_isForbiddenUnlessEmpty && !isEmpty))
            problems.AfterEnd(text, at, _forbidden);
        else if (isEmpty)
            Spacing.After(text, problems, at, _insideEmpty.Min, _insideEmpty.Max, _tooFewEmpty, _tooManyEmpty);
        else
            Spacing.After(text, problems, at, _inside.Min, _inside.Max, _tooFew, _tooMany);
    }

    private static OptionDefinition[] Options() =>
    [
        new("forbid", false) { Choices = ["non-empty"] },
        new("min-spaces-inside", 0),
        new("max-spaces-inside", 0),
        new("min-spaces-inside-empty", -1),
        new("max-spaces-inside-empty", -1),
    ];
}
