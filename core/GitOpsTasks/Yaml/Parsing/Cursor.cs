using System.Runtime.CompilerServices;

namespace GitOpsTasks.Yaml.Parsing;

/// <summary>A place in a text, with what is known about its line.</summary>
internal ref struct Cursor(ReadOnlySpan<byte> text, TokenLog? log)
{
    public readonly ReadOnlySpan<byte> Text = text;
    private readonly TokenLog? _log = log;

    /// <summary>Offset of the next byte.</summary>
    public int At;

    /// <summary>Offset of the first byte of its line, after a byte order mark.</summary>
    public int LineStart;

    /// <summary>How many spaces the line begins with; known once the line is the cursor's by <see cref="SkipToContent"/>.</summary>
    public int Indent;

    /// <summary>Whether nothing but white space stands before the cursor on its line.</summary>
    public bool IsFirst;

    public readonly bool IsAtEnd => At >= Text.Length;

    /// <summary>How many bytes stand before the cursor on its line.</summary>
    public readonly int Column => At - LineStart;

    /// <summary>Whether the cursor's line is indented by spaces alone, so that block structure may begin at it.</summary>
    public readonly bool IsIndentedBySpaces => IsFirst && Indent == Column;

    /// <summary>Whether the cursor is at a <c>---</c> or <c>...</c> line.</summary>
    public readonly bool IsAtMarker => At == LineStart && IsFirst && Characters.IsDocumentMarker(Text, At);

    /// <summary>The byte at the cursor, which is not at the end.</summary>
    public readonly byte Current => Text[At];

    /// <summary>Whether a byte stands at the cursor as a word of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsAtIndicator(byte indicator) => Current == indicator && Characters.IsBlankOrEnd(Text, At + 1);

    /// <summary>Records a token that ends at the cursor.</summary>
    public readonly void Log(YamlTokenKind kind, int start) => _log?.Add(kind, start, At);

    /// <summary>Records a token that ended before the cursor.</summary>
    public readonly void Log(YamlTokenKind kind, int start, int end) => _log?.Add(kind, start, end);

    /// <summary>Reads a token of some bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(YamlTokenKind kind, int length)
    {
        At += length;
        IsFirst = false;
        _log?.Add(kind, At - length, At);
    }

    /// <summary>Goes on to the start of the next line, whose indentation is counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EnterLine(int lineStart)
    {
        LineStart = lineStart;
        At = Characters.SkipSpaces(Text, lineStart);
        Indent = At - lineStart;
        IsFirst = true;
    }

    /// <summary>Goes on over white space, comments and line breaks to what comes next.</summary>
    public void SkipToContent()
    {
        var bytes = Text;
        var at = At;
        while ((uint)at < (uint)bytes.Length)
        {
            var b = bytes[at];
            if (b > '#')
                break;
            if (b == ' ' || b == '\t')
            {
                at++;
            }
            else if (Characters.IsBreak(b))
            {
                LineStart = Characters.AfterBreak(bytes, at);
                at = Characters.SkipSpaces(bytes, LineStart);
                Indent = at - LineStart;
                IsFirst = true;
            }
            else if (b == '#' && (at == LineStart || Characters.IsBlank(bytes[at - 1])))
            {
                at = Characters.EndOfLine(bytes, at);
            }
            else
            {
                break;
            }
        }

        At = at;
    }

    /// <summary>Goes on over spaces and tabs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SkipBlanks() => At = Characters.SkipBlanks(Text, At);

    /// <summary>Whether nothing but a comment is left on the line; the cursor is after the blanks.</summary>
    public readonly bool IsAtEndOfContent =>
        Characters.IsBreakOrEnd(Text, At) || (Text[At] == '#' && (At == LineStart || Characters.IsBlank(Text[At - 1])));
}
