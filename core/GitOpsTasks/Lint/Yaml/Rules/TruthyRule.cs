using System.Text;
using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Words that some readers take for true or false.</summary>
internal sealed class TruthyRule(string[] allowed, bool checksKeys) : YamlRule
{
    private const int Shortest = 2;
    private const int Longest = 5;
    private static readonly string[] s_yaml12 = ["TRUE", "True", "true", "FALSE", "False", "false"];
    private static readonly string[] s_yaml11 =
        [.. s_yaml12, "YES", "Yes", "yes", "NO", "No", "no", "ON", "On", "on", "OFF", "Off", "off"];

    private readonly byte[][] _forbidden11 = Without(s_yaml11, allowed);
    private readonly byte[][] _forbidden12 = Without(s_yaml12, allowed);
    private readonly string _message = $"truthy value should be one of [{string.Join(", ", allowed.Order(StringComparer.Ordinal))}]";

    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "truthy",
        LintCodes.Truthy,
        [new("allowed-values", new[] { "true", "false" }) { Choices = s_yaml11 }, new("check-keys", true)],
        options => new TruthyRule(options.List("allowed-values"), options.Flag("check-keys")))
    {
        Advice = "Quote it where it is a text: readers of YAML 1.1 take it for true or false.",
    };

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        var forbidden = _forbidden11;
        for (var at = 1; at < text.TokenCount; at++)
        {
            ref readonly var token = ref text.Tokens[at];
            forbidden = token.Kind switch
            {
                TokenKind.Directive when IsYaml12(text.Bytes[token.Start..token.End]) => _forbidden12,
                TokenKind.Directive or TokenKind.DocumentEnd => _forbidden11,
                _ => forbidden,
            };
            if (token.End - token.Start is >= Shortest and <= Longest && PlainValue.IsAt(text, at) && IsLookedAt(text, at)
                && IsOneOf(text.Verbatim(token), forbidden))
                problems.AtStart(text, at, _message);
        }
    }

    private bool IsLookedAt(LintText text, int at) => checksKeys || text.Tokens[at - 1].Kind != TokenKind.Key;

    private static bool IsYaml12(ReadOnlySpan<byte> directive) => directive.StartsWith("%YAML"u8) && directive.EndsWith(" 1.2"u8);

    private static bool IsOneOf(ReadOnlySpan<byte> value, byte[][] words)
    {
        foreach (var word in words)
        {
            if (value.SequenceEqual(word))
                return true;
        }

        return false;
    }

    private static byte[][] Without(string[] words, string[] allowed) => [.. words.Except(allowed).Select(Encoding.ASCII.GetBytes)];
}
