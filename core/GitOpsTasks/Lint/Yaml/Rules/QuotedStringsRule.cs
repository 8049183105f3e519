using System.Text.RegularExpressions;
using GitOpsTasks.Lint.Yaml.Configuration;
using GitOpsTasks.Lint.Yaml.Tokens;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Whether texts are in quotes, and in which.</summary>
internal sealed class QuotedStringsRule : YamlRule
{
    private readonly string _quotes;
    private readonly string _wrong;
    private readonly string _redundant;
    private readonly bool _isRequired;
    private readonly bool _onlyWhenNeeded;
    private readonly Regex[] _extraRequired;
    private readonly Regex[] _extraAllowed;
    private readonly bool _allowsQuotedQuotes;
    private readonly bool _checksKeys;

    private QuotedStringsRule(RuleOptions options)
    {
        _quotes = options.Text("quote-type")!;
        _wrong = $"not quoted with {_quotes} quotes";
        _redundant = $"redundantly quoted with {_quotes} quotes";
        _isRequired = options.Flag("required");
        _onlyWhenNeeded = options.Text("required") == "only-when-needed";
        _extraRequired = options.Patterns("extra-required");
        _extraAllowed = options.Patterns("extra-allowed");
        _allowsQuotedQuotes = options.Flag("allow-quoted-quotes");
        _checksKeys = options.Flag("check-keys");
    }

    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "quoted-strings",
        LintCodes.QuotedStrings,
        [
            new("quote-type", "any") { Choices = ["any", "single", "double", "consistent"] },
            new("required", true) { Choices = ["only-when-needed"] },
            new("extra-required", Array.Empty<string>()) { IsPatterns = true },
            new("extra-allowed", Array.Empty<string>()) { IsPatterns = true },
            new("allow-quoted-quotes", false),
            new("check-keys", false),
        ],
        options => new QuotedStringsRule(options)) { Conflict = Conflict };

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        var tokens = text.Tokens;
        var flow = 0;
        YamlStyle? first = null;
        for (var at = 1; at < text.TokenCount; at++)
        {
            ref readonly var token = ref tokens[at];
            if (token.Kind is TokenKind.FlowMappingStart or TokenKind.FlowSequenceStart)
                flow++;
            else if (token.Kind is TokenKind.FlowMappingEnd or TokenKind.FlowSequenceEnd)
                flow--;
            else if (token.Kind == TokenKind.Scalar && IsLookedAt(text, at))
                CheckScalar(text, problems, at, flow > 0, ref first);
        }
    }

    private bool IsLookedAt(LintText text, int at)
    {
        ref readonly var before = ref text.Tokens[at - 1];
        return text.Tokens[at].Style is not (YamlStyle.Literal or YamlStyle.Folded) && before.Kind switch
        {
            TokenKind.Key => _checksKeys,
            TokenKind.Tag => !text.Bytes[before.Start..before.End].StartsWith("!!"u8),
            TokenKind.BlockEntry or TokenKind.FlowEntry or TokenKind.FlowSequenceStart or TokenKind.Value => true,
            _ => false,
        };
    }

    private void CheckScalar(LintText text, ProblemList problems, int at, bool inFlow, ref YamlStyle? first)
    {
        ref readonly var token = ref text.Tokens[at];
        var value = text.ValueOf(at);
        if (token.Style != YamlStyle.Plain)
            first ??= token.Style;
        var verdict = token.Style == YamlStyle.Plain
            ? OfBare(value)
            : IsRedundant(text, token, value, inFlow) ? OfRedundant(value) : OfQuoted(token.Style, value, first!.Value);
        if (verdict.Length > 0)
            problems.AtStart(text, at, $"string {(text.Tokens[at - 1].Kind == TokenKind.Key ? "key" : "value")} is {verdict}");
    }

    private string OfBare(string value)
    {
        if (!ImplicitType.IsString(value))
            return "";
        if (_isRequired)
            return _wrong;
        return Matches(_extraRequired, value) ? "not quoted" : "";
    }

    private string OfRedundant(string value) => Matches(_extraRequired, value) || Matches(_extraAllowed, value) ? "" : _redundant;

    private string OfQuoted(YamlStyle style, string value, YamlStyle first) => IsRightQuote(style, value, first) ? "" : _wrong;

    private bool IsRedundant(LintText text, in Token token, string value, bool inFlow) =>
        _onlyWhenNeeded && value.Length > 0 && ImplicitType.IsString(value) && !QuoteNeed.IsThere(text, token, value, inFlow);

    private bool IsRightQuote(YamlStyle style, string value, YamlStyle first)
    {
        var isRight = _quotes switch
        {
            "single" => style == YamlStyle.SingleQuoted,
            "double" => style == YamlStyle.DoubleQuoted,
            "consistent" => style == first,
            _ => true,
        };
        return isRight || (_allowsQuotedQuotes && value.Contains(style == YamlStyle.SingleQuoted ? '"' : '\'', StringComparison.Ordinal));
    }

    private static bool Matches(Regex[] patterns, string value) => Array.Exists(patterns, pattern => pattern.IsMatch(value));

    private static (string Option, string Message)? Conflict(RuleOptions options)
    {
        var isWhenNeeded = options.Text("required") is not null;
        if (!isWhenNeeded && options.List("extra-allowed").Length > 0)
            return ("extra-allowed", "is for required: only-when-needed alone");
        return !isWhenNeeded && options.Flag("required") && options.List("extra-required").Length > 0
            ? ("extra-required", "says nothing where quotes are required everywhere")
            : null;
    }
}
