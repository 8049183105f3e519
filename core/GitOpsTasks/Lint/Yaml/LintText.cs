using System.Text;
using GitOpsTasks.Lint.Yaml.Tokens;
using GitOpsTasks.Yaml;
using GitOpsTasks.Yaml.Parsing;
using Breaks = GitOpsTasks.Yaml.Parsing.Characters;

namespace GitOpsTasks.Lint.Yaml;

/// <summary>A file as rules see it: bytes, lines, tokens and comments. Its memory is used again for the next file.</summary>
internal sealed class LintText
{
    private readonly TokenList _tokens = new();
    private ReadOnlyMemory<byte> _bytes;
    private int[] _lineStarts = new int[256];

    /// <summary>The file as UTF-8, without byte order mark.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.Span;

    /// <summary>The tokens; rules look at the first <see cref="TokenCount"/>.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens.All;

    /// <summary>All tokens that were read.</summary>
    public ReadOnlySpan<Token> AllTokens => _tokens.All;

    /// <summary>How many of the tokens rules look at; those after them may be looked ahead to.</summary>
    public int TokenCount { get; private set; }

    /// <summary>The comments that rules look at.</summary>
    public ReadOnlySpan<Comment> Comments => _tokens.Comments[..CommentCount];

    /// <summary>How many comments there are for rules.</summary>
    public int CommentCount { get; private set; }

    /// <summary>How many lines there are; what follows the last line feed is one, even where it is empty.</summary>
    public int LineCount { get; private set; }

    /// <summary>Whether every byte is a character of its own.</summary>
    public bool IsAscii { get; private set; }

    /// <summary>What a reader of YAML 1.1 refuses its tokens for; null where nothing is.</summary>
    public ScanError? ScanError { get; private set; }

    /// <summary>Reads a file.</summary>
    /// <param name="utf8">The file as UTF-8.</param>
    public void Load(ReadOnlyMemory<byte> utf8)
    {
        _bytes = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        _tokens.Clear();
        IsAscii = Ascii.IsValid(Bytes);
        var scanner = new TokenScanner(Bytes, _tokens);
        scanner.Scan();
        ScanError = scanner.Error;
        if (!IsAscii)
            _tokens.CountCodePoints(Bytes);
        TokenCount = _tokens.Count > 0 && Tokens[^1].Kind == TokenKind.StreamEnd ? _tokens.Count : Math.Max(0, _tokens.Count - 2);
        CommentCount = _tokens.CommentCount - (HidesLastComment() ? 1 : 0);
        FindLines();
    }

    /// <summary>Hides tokens from rules that a reader which refuses the text would not have settled.</summary>
    public void StopAt(ScanError error)
    {
        TokenCount = Math.Max(0, error.TokensBefore - 2);
        while (CommentCount > 0 && _tokens.Comments[CommentCount - 1].TokenBefore >= TokenCount)
            CommentCount--;
    }

    /// <summary>The bytes of a line, which counts from 0, without its line break.</summary>
    public (int Start, int End) Line(int line)
    {
        var start = _lineStarts[line];
        var end = line + 1 < LineCount ? _lineStarts[line + 1] - 1 : Bytes.Length;
        return (start, line + 1 < LineCount && end > start && Bytes[end - 1] == '\r' ? end - 1 : end);
    }

    /// <summary>The start of the line an offset is on, as readers of YAML see lines: CR alone ends one too.</summary>
    public int LineStartOf(int offset) => Bytes[..offset].LastIndexOfAny((byte)'\n', (byte)'\r') + 1;

    /// <summary>How many characters there are between two offsets.</summary>
    public int Characters(int start, int end) => IsAscii ? end - start : ColumnCounter.CodePoints(Bytes[start..end]);

    /// <summary>The value of a scalar, or the name of an anchor or alias.</summary>
    public string ValueOf(int token)
    {
        var at = Tokens[token];
        if (at.Kind is TokenKind.Anchor or TokenKind.Alias)
            return Encoding.UTF8.GetString(Bytes[(at.Start + 1)..at.End]);
        var node = new NodeData(YamlKind.Scalar, at.Style, at.Start, at.End, -1) { IsVerbatim = at.IsVerbatim };
        if (at.Style is YamlStyle.Literal or YamlStyle.Folded)
            node.Link = IndentOfBlock(Bytes[at.Start..at.End]);
        return ScalarDecoder.Decode(Bytes, node);
    }

    /// <summary>The bytes of a scalar that is written as it reads, without its quotes.</summary>
    public ReadOnlySpan<byte> Verbatim(in Token token) => Bytes[token.Inner.Start..token.Inner.End];

    /// <summary>Whether a comment stands after something on its line.</summary>
    public bool IsInline(in Comment comment)
    {
        ref readonly var before = ref Tokens[comment.TokenBefore];
        return before.Kind != TokenKind.StreamStart && before.EndLine == comment.Line && Bytes[before.End - 1] != '\n';
    }

    // yamllint does not see a comment that ends the file, without a line feed, on the line of a block's last token.
    private bool HidesLastComment()
    {
        if (_tokens.CommentCount == 0 || _tokens.Comments[^1].End < Bytes.Length)
            return false;
        ref readonly var comment = ref _tokens.Comments[^1];
        ref readonly var before = ref Tokens[comment.TokenBefore];
        return comment.TokenBefore + 1 < Tokens.Length && before.Kind != TokenKind.StreamStart
            && Tokens[comment.TokenBefore + 1].Kind != TokenKind.StreamEnd && before.EndLine == Tokens[comment.TokenBefore + 1].Line;
    }

    // Of the first line with text.
    private static int IndentOfBlock(ReadOnlySpan<byte> block)
    {
        for (var end = Breaks.EndOfLine(block, 0); end < block.Length;)
        {
            var start = Breaks.AfterBreak(block, end);
            end = Breaks.EndOfLine(block, start);
            var indent = block[start..end].IndexOfAnyExcept((byte)' ');
            if (indent >= 0)
                return indent;
        }

        return 0;
    }

    private void FindLines()
    {
        var bytes = Bytes;
        LineCount = 1;
        for (var at = 0; bytes[at..].IndexOf((byte)'\n') is var next and >= 0;)
        {
            at += next + 1;
            if (LineCount == _lineStarts.Length)
                Array.Resize(ref _lineStarts, LineCount * 2);
            _lineStarts[LineCount++] = at;
        }
    }
}
