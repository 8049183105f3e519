namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Finds the end and the indentation of block scalars (YAML 1.2.2, 8.1).</summary>
internal static class BlockScalarScanner
{
    /// <summary>Reads header and content.</summary>
    /// <param name="cursor">At the <c>|</c> or <c>&gt;</c>; moved to the start of the first line after the content, or the end.</param>
    /// <param name="parentIndent">The column of the key or dash it belongs to; -1 for a root.</param>
    /// <param name="contentIndent">How many spaces stand before the content.</param>
    /// <returns>Offset after the last line that is part of the value.</returns>
    public static int Scan(ref Cursor cursor, int parentIndent, out int contentIndent)
    {
        var text = cursor.Text;
        var header = BlockHeader.Read(text, cursor.At);
        cursor.At = header.End;
        cursor.SkipBlanks();
        if (!cursor.IsAtEndOfContent)
            throw new SyntaxErrorException(cursor.At, "A block text begins on the line after its header.", "Leave nothing but a comment on this line.");
        var end = header.End;
        var at = Characters.EndOfLine(text, cursor.At);
        at = at < text.Length ? Characters.AfterBreak(text, at) : at;
        contentIndent = header.Indent > 0 ? Math.Max(parentIndent, 0) + header.Indent : DetectIndent(text, at, parentIndent);
        var keeps = header.Chomping == '+';
        while (at < text.Length && !(contentIndent == 0 && Characters.IsDocumentMarker(text, at)))
        {
            var content = at;
            while (content < text.Length && content - at < contentIndent && text[content] == ' ')
                content++;
            var isBlank = Characters.IsBreakOrEnd(text, content);
            if (!isBlank && content - at < contentIndent)
                break;
            var lineEnd = Characters.EndOfLine(text, content);
            at = lineEnd < text.Length ? Characters.AfterBreak(text, lineEnd) : lineEnd;
            if (!isBlank || keeps)
                end = at;
        }

        cursor.EnterLine(at);
        return end;
    }

    // The indentation of the first line that is not blank; the blank ones before it may not be indented further.
    private static int DetectIndent(ReadOnlySpan<byte> text, int at, int parentIndent)
    {
        var widest = 0;
        while (true)
        {
            var content = Characters.SkipSpaces(text, at);
            var indent = content - at;
            if (content >= text.Length)
                return Math.Max(Math.Max(widest, indent), parentIndent + 1);
            if (!Characters.IsBreak(text[content]))
            {
                if (indent <= parentIndent && text[content] == '\t')
                    throw new SyntaxErrorException(content, "A tab stands where the block text should be indented.", "Indent by spaces.");
                if (indent <= parentIndent || (indent == 0 && Characters.IsDocumentMarker(text, at)))
                    return Math.Max(widest, parentIndent + 1);
                return indent >= widest
                    ? indent
                    : throw new SyntaxErrorException(content, "A blank line before it is indented further than this first line of the block text.", "Remove the spaces of the blank lines, or give the indentation in the header, such as |2.");
            }

            widest = Math.Max(widest, indent);
            at = Characters.AfterBreak(text, content);
        }
    }
}
