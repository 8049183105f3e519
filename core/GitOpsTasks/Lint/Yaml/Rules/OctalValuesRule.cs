using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Numbers to the base of eight: <c>010</c> is eight to some readers and ten to others.</summary>
internal sealed class OctalValuesRule(bool forbidsImplicit, bool forbidsExplicit) : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "octal-values",
        LintCodes.OctalValues,
        [new("forbid-implicit-octal", true), new("forbid-explicit-octal", true)],
        options => new OctalValuesRule(options.Flag("forbid-implicit-octal"), options.Flag("forbid-explicit-octal")));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        var tokens = text.Tokens;
        for (var at = 1; at < text.TokenCount; at++)
        {
            ref readonly var token = ref tokens[at];
            if (!token.IsPlain || !token.IsVerbatim || token.End - token.Start < 2 || text.Bytes[token.Start] != '0'
                || tokens[at - 1].Kind == TokenKind.Tag)
                continue;
            var value = text.Bytes[token.Start..token.End];
            if (forbidsImplicit && AreOctal(value[1..]))
                problems.AfterEnd(text, at, "forbidden implicit octal value \"{v}\"", at);
            else if (forbidsExplicit && value.Length > 2 && value[1] == 'o' && AreOctal(value[2..]))
                problems.AfterEnd(text, at, "forbidden explicit octal value \"{v}\"", at);
        }
    }

    private static bool AreOctal(ReadOnlySpan<byte> digits) => digits.IndexOfAnyExceptInRange((byte)'0', (byte)'7') < 0;
}
