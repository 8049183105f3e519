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
        for (var at = 1; at < text.TokenCount; at++)
        {
            if (!PlainValue.IsAt(text, at))
                continue;
            switch (text.Verbatim(text.Tokens[at]))
            {
                case [(byte)'0', (byte)'o', _, ..] value when forbidsExplicit && AreOctal(value[2..]):
                    problems.AfterEnd(text, at, "forbidden explicit octal value \"{v}\"", at);
                    break;
                case [(byte)'0', _, ..] value when forbidsImplicit && AreOctal(value[1..]):
                    problems.AfterEnd(text, at, "forbidden implicit octal value \"{v}\"", at);
                    break;
            }
        }
    }

    private static bool AreOctal(ReadOnlySpan<byte> digits) => digits.IndexOfAnyExceptInRange((byte)'0', (byte)'7') < 0;
}
