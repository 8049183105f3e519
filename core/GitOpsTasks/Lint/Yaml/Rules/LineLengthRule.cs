using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Lines longer than a number of characters.</summary>
internal sealed class LineLengthRule(int max, bool allowsWords, bool allowsInlineMappings) : YamlRule
{
    /// <summary>The rule as configurations have it.</summary>
    public static RuleDefinition Definition { get; } = new(
        "line-length",
        LintCodes.LineLength,
        [new("max", 80), new("allow-non-breakable-words", true), new("allow-non-breakable-inline-mappings", false)],
        options => new LineLengthRule(
            options.Number("max"), options.Flag("allow-non-breakable-words"), options.Flag("allow-non-breakable-inline-mappings")));

    /// <inheritdoc />
    public override void Check(LintText text, ProblemList problems)
    {
        for (var line = 0; line < text.LineCount; line++)
        {
            var (start, end) = text.Line(line);
            if (end - start <= max)
                continue;
            var length = text.Characters(start, end);
            if (length > max && !IsUnbreakable(text.Bytes[start..end]))
                problems.AtLine(line, max + 1, "line too long ({0} > {1} characters)", length, max);
        }
    }

    private bool IsUnbreakable(ReadOnlySpan<byte> line)
    {
        if (!allowsWords && !allowsInlineMappings)
            return false;
        var at = line.IndexOfAnyExcept((byte)' ');
        if (at < 0)
            return false;
        if (line[at] == '#')
            at = line[at..].IndexOfAnyExcept((byte)'#') is var length and >= 0 ? at + length + 1 : line.Length;
        else if (line[at] == '-')
            at += 2;
        return !line[Math.Min(at, line.Length)..].Contains((byte)' ')
            || (allowsInlineMappings && IsUnbreakableMapping(line));
    }

    // The line by itself as YAML: a key whose value has no blank to break at.
    private static bool IsUnbreakableMapping(ReadOnlySpan<byte> line)
    {
        var tokens = new TokenList();
        var scanner = new TokenScanner(line, tokens);
        scanner.Scan();
        var settled = scanner.Error?.TokensBefore ?? tokens.Count;
        var all = tokens.All;
        for (var at = 0; at + 4 < settled; at++)
        {
            if (all[at].Kind != TokenKind.BlockMappingStart)
                continue;
            if (all[at + 1].Kind == TokenKind.Key && all[at + 2].Kind == TokenKind.Scalar && all[at + 3].Kind == TokenKind.Value
                && all[at + 4].Kind == TokenKind.Scalar)
                return !line[all[at + 4].Start..].Contains((byte)' ');
        }

        return false;
    }
}
