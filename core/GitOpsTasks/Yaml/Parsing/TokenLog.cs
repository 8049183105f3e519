namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Collects the tokens of a text and fills what lies between them with trivia.</summary>
internal sealed class TokenLog
{
    private readonly List<YamlToken> _tokens = [];
    private int _end;

    /// <summary>Adds a token; tokens come in the order of the text.</summary>
    public void Add(YamlTokenKind kind, int start, int end) => _tokens.Add(new YamlToken(kind, new ByteSpan(start, _end = end)));

    /// <summary>Marks what comes after the last token, up to an offset, as passed over.</summary>
    public void SkipTo(int end)
    {
        if (end > _end)
            Add(YamlTokenKind.Unparsed, _end, end);
    }

    /// <summary>All tokens, without a gap.</summary>
    public YamlToken[] WithTrivia(ReadOnlySpan<byte> text)
    {
        var all = new List<YamlToken>(_tokens.Count * 2);
        var at = 0;
        foreach (var token in _tokens)
        {
            AddTrivia(all, text, at, token.Span.Start);
            all.Add(token);
            at = token.Span.End;
        }

        AddTrivia(all, text, at, text.Length);
        return [.. all];
    }

    private static void AddTrivia(List<YamlToken> all, ReadOnlySpan<byte> text, int start, int end)
    {
        while (start < end)
        {
            var (kind, next) = Next(text[..end], start);
            all.Add(new YamlToken(kind, new ByteSpan(start, next)));
            start = next;
        }
    }

    private static (YamlTokenKind Kind, int End) Next(ReadOnlySpan<byte> text, int at) => text[at] switch
    {
        (byte)' ' or (byte)'\t' => (YamlTokenKind.Whitespace, Characters.SkipBlanks(text, at)),
        (byte)'\n' or (byte)'\r' => (YamlTokenKind.LineBreak, Characters.AfterBreak(text, at)),
        (byte)'#' => (YamlTokenKind.Comment, Characters.EndOfLine(text, at)),
        _ when text[at..].StartsWith("\uFEFF"u8) => (YamlTokenKind.ByteOrderMark, at + 3),
        _ => (YamlTokenKind.Unparsed, Characters.EndOfLine(text, at)),
    };
}
