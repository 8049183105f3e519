using System.Text;

namespace GitOpsTasks.Yaml;

/// <summary>The lines of a file as bytes. LF, CR and CRLF end a line.</summary>
internal readonly struct SourceLines(ReadOnlyMemory<byte> content)
{
    /// <summary>All bytes.</summary>
    public ReadOnlySpan<byte> Bytes => content.Span;

    /// <summary>How many bytes there are.</summary>
    public int Length => content.Length;

    /// <summary>Whether a byte ends a line.</summary>
    public static bool IsBreak(byte c) => c is (byte)'\n' or (byte)'\r';

    /// <summary>Whether a byte is a space or a tab.</summary>
    public static bool IsBlank(byte c) => c is (byte)' ' or (byte)'\t';

    /// <summary>The byte at an offset; 0 after the end.</summary>
    public byte At(int offset) => offset >= 0 && offset < Length ? Bytes[offset] : (byte)0;

    /// <summary>Offset of the first byte of the line.</summary>
    public int Start(int offset)
    {
        if (offset > 0 && At(offset) == '\n' && At(offset - 1) == '\r')
            offset--;
        var start = Bytes[..offset].LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        return start == 0 && Bytes.StartsWith("\uFEFF"u8) ? 3 : start;
    }

    /// <summary>Offset of the line's end mark; the end of the file on a last line without one.</summary>
    public int ContentEnd(int offset) =>
        Bytes[offset..].IndexOfAny((byte)'\n', (byte)'\r') is var at and >= 0 ? offset + at : Length;

    /// <summary>Offset after the line's end mark.</summary>
    public int End(int offset) => AfterBreak(ContentEnd(offset));

    /// <summary>Offset after the end mark that stands at an offset; the offset itself where none does.</summary>
    public int AfterBreak(int offset) => At(offset) switch
    {
        (byte)'\r' when At(offset + 1) == '\n' => offset + 2,
        (byte)'\r' or (byte)'\n' => offset + 1,
        _ => offset,
    };

    /// <summary>Offset of the end mark that ends just before an offset; the offset itself where none does.</summary>
    public int BeforeBreak(int offset) => At(offset - 1) switch
    {
        (byte)'\n' when At(offset - 2) == '\r' => offset - 2,
        (byte)'\r' or (byte)'\n' => offset - 1,
        _ => offset,
    };

    /// <summary>How many bytes stand before an offset on its line: its indentation, where only spaces do.</summary>
    public int ColumnOf(int offset) => offset - Start(offset);

    /// <summary>Whether only spaces and tabs stand before an offset on its line.</summary>
    public bool IsFirstOnLine(int offset) => SkipBlanksBack(offset) <= Start(offset);

    /// <summary>Offset of the first byte at or after an offset that is no space or tab.</summary>
    public int SkipBlanks(int offset)
    {
        while (offset < Length && IsBlank(Bytes[offset]))
            offset++;
        return offset;
    }

    /// <summary>Offset after the last byte before an offset that is no space or tab.</summary>
    public int SkipBlanksBack(int offset)
    {
        while (offset > 0 && IsBlank(Bytes[offset - 1]))
            offset--;
        return offset;
    }

    /// <summary>The next byte that is no space, line break or comment, from a place between two nodes.</summary>
    public int SkipGap(int offset)
    {
        while (offset < Length)
        {
            var c = Bytes[offset];
            if (c == '#')
                offset = ContentEnd(offset);
            else if (IsBlank(c) || IsBreak(c))
                offset++;
            else
                break;
        }

        return offset;
    }

    /// <summary>Whether nothing but a comment, or nothing at all, follows on the line.</summary>
    public bool OnlyCommentFollows(int offset) => SkipBlanks(offset) is var at && (at >= Length || Bytes[at] == '#' || IsBreak(Bytes[at]));

    /// <summary>The column of the comment that is all there is on a line; -1 on other lines.</summary>
    public int CommentColumn(int lineStart) =>
        lineStart < Length && SkipBlanks(lineStart) is var at && At(at) == '#' ? at - lineStart : -1;

    /// <summary>Whether a line separates documents: <c>---</c>, <c>...</c> or a directive.</summary>
    public bool IsDocumentMark(int lineStart)
    {
        var line = Bytes[lineStart..ContentEnd(lineStart)];
        return line.StartsWith("%"u8)
            || ((line.StartsWith("---"u8) || line.StartsWith("..."u8)) && (line.Length == 3 || IsBlank(line[3])));
    }

    /// <summary>The bytes a further line at the same column begins with: indentation as written, dashes as spaces.</summary>
    public string IndentAt(int offset) =>
        string.Concat(Encoding.UTF8.GetString(Bytes[Start(offset)..offset]).Select(c => c == '\t' ? '\t' : ' '));
}
