namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Reads anchors, tags and aliases (YAML 1.2.2, 6.9 and 7.1).</summary>
internal static class PropertyScanner
{
    /// <summary>Whether an anchor or a tag stands at the cursor.</summary>
    public static bool IsAt(in Cursor cursor) => cursor.Current is (byte)'&' or (byte)'!';

    /// <summary>Reads the anchor or tag at the cursor and adds it to others of the same node.</summary>
    /// <exception cref="SyntaxErrorException">It is malformed, or the second of its kind.</exception>
    public static NodeProperties Read(ref Cursor cursor, NodeProperties others, TagHandles? handles, bool inFlow)
    {
        var start = cursor.At;
        if (cursor.Current == '&')
        {
            if (others.Anchor.Length > 0)
                throw new SyntaxErrorException(start, "A node has one anchor, and this is its second.");
            return others with { Anchor = ReadName(ref cursor, YamlTokenKind.Anchor, inFlow) };
        }

        if (others.Tag.Length > 0)
            throw new SyntaxErrorException(start, "A node has one tag, and this is its second.");
        ScanTag(ref cursor);
        RequireEnd(cursor, inFlow);
        if (TagText.Resolve(cursor.Text[start..cursor.At], handles) is null)
            throw new SyntaxErrorException(start, "No %TAG line of the document declares the handle of this tag.", "Declare it before the document's ---, or write !name.");
        cursor.IsFirst = false;
        cursor.Log(YamlTokenKind.Tag, start);
        return others with { Tag = new ByteSpan(start, cursor.At) };
    }

    /// <summary>Reads <c>&amp;name</c> or <c>*name</c>.</summary>
    /// <returns>Its bytes, mark included.</returns>
    public static ByteSpan ReadName(ref Cursor cursor, YamlTokenKind kind, bool inFlow)
    {
        var start = cursor.At++;
        while (!Characters.IsBlankOrEnd(cursor.Text, cursor.At) && !Characters.IsFlowIndicator(cursor.Current))
            cursor.At++;
        if (cursor.At == start + 1)
            throw new SyntaxErrorException(start, "A name has to follow this mark.", "Quote the text if it is meant to begin with it.");
        RequireEnd(cursor, inFlow);
        cursor.IsFirst = false;
        cursor.Log(kind, start);
        return new ByteSpan(start, cursor.At);
    }

    private static void RequireEnd(in Cursor cursor, bool inFlow)
    {
        if (!Characters.IsBlankOrEnd(cursor.Text, cursor.At) && !(inFlow && cursor.Current is (byte)',' or (byte)']' or (byte)'}'))
            throw new SyntaxErrorException(cursor.At, "This character cannot stand in an anchor, alias or tag.", "Put a space before what follows.");
    }

    private static void ScanTag(ref Cursor cursor)
    {
        var text = cursor.Text;
        var start = cursor.At++;
        if (cursor.At < text.Length && text[cursor.At] == '<')
        {
            cursor.At++;
            ScanUri(ref cursor, isSuffix: false);
            if (cursor.IsAtEnd || cursor.Current != '>' || cursor.At == start + 2)
                throw new SyntaxErrorException(start, "A tag in angle brackets has to be a URI that ends in >.");
            cursor.At++;
            return;
        }

        ScanUri(ref cursor, isSuffix: true);
        if (cursor.IsAtEnd || cursor.Current != '!')
            return;
        if (text[(start + 1)..cursor.At].IndexOfAnyExcept(s_wordCharacters) >= 0)
            throw new SyntaxErrorException(start, "A tag handle holds letters, digits and - alone.");
        cursor.At++;
        var suffix = cursor.At;
        ScanUri(ref cursor, isSuffix: true);
        if (cursor.At == suffix)
            throw new SyntaxErrorException(start, "A tag has to go on after its handle.");
    }

    private static readonly System.Buffers.SearchValues<byte> s_wordCharacters =
        System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-"u8);

    private static void ScanUri(ref Cursor cursor, bool isSuffix)
    {
        var text = cursor.Text;
        for (; cursor.At < text.Length; cursor.At++)
        {
            var b = text[cursor.At];
            if (b == '%')
            {
                if (cursor.At + 2 >= text.Length || !Characters.IsHex(text[cursor.At + 1]) || !Characters.IsHex(text[cursor.At + 2]))
                    throw new SyntaxErrorException(cursor.At, "A percent sign in a tag needs two hexadecimal digits after it.");
                cursor.At += 2;
            }
            else if (!Characters.IsUri(b) || (isSuffix && (b == '!' || Characters.IsFlowIndicator(b))))
            {
                return;
            }
        }
    }
}
