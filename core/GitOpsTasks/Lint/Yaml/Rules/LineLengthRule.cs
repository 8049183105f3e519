using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Lines longer than a number of characters.</summary>
internal sealed class LineLengthRule(int max, bool allowsWords, bool allowsInlineMappings) : YamlRule
{
    private static readonly TokenKind[] s_pair =
        [TokenKind.BlockMappingStart, TokenKind.Key, TokenKind.Scalar, TokenKind.Value, TokenKind.Scalar];

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
                problems.AtLine(new ProblemSpan(line + 1, max + 1, length + 1), "line too long ({0} > {1} characters)", length, max);
        }
    }

    private bool IsUnbreakable(ReadOnlySpan<byte> line)
    {
        var content = line.TrimStart((byte)' ');
        if ((!allowsWords && !allowsInlineMappings) || content.IsEmpty)
            return false;
        var word = content[Math.Min(LeadOf(content), content.Length)..];
        return !word.Contains((byte)' ') || (allowsInlineMappings && IsUnbreakableMapping(line));
    }

    // The signs of a comment, or of an item of a list, with the blank after them.
    private static int LeadOf(ReadOnlySpan<byte> content) => content[0] switch
    {
        (byte)'#' => content.Length - content.TrimStart((byte)'#').Length + 1,
        (byte)'-' => 2,
        _ => 0,
    };

    // The line by itself as YAML: a key whose value has no blank to break at.
    private static bool IsUnbreakableMapping(ReadOnlySpan<byte> line)
    {
        var tokens = new TokenList();
        var scanner = new TokenScanner(line, tokens);
        scanner.Scan();
        var settled = scanner.Error?.TokensBefore ?? tokens.Count;
        for (var at = 0; at + s_pair.Length <= settled; at++)
        {
            if (tokens.All[at].Kind == TokenKind.BlockMappingStart)
                return IsPair(tokens.All[at..settled]) && !line[tokens.All[at + s_pair.Length - 1].Start..].Contains((byte)' ');
        }

        return false;
    }

    private static bool IsPair(ReadOnlySpan<Token> tokens)
    {
        for (var at = 0; at < s_pair.Length; at++)
        {
            if (tokens[at].Kind != s_pair[at])
                return false;
        }

        return true;
    }
}
