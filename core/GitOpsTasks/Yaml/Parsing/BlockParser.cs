namespace GitOpsTasks.Yaml.Parsing;

/// <summary>
/// Reads the content of one document in block style (YAML 1.2.2, chapter 8), without recursion: by turns a node, and on the
/// lines after it the next dash or key of whatever collection the line belongs to.
/// </summary>
internal ref struct BlockParser(NodeTable nodes, FlowParser flow, BlockStack stack, TagHandles? handles)
{
    private BlockNodeReader _reader = new(nodes, flow, stack, handles);

    /// <summary>Reads the document's node and what belongs to it.</summary>
    /// <param name="cursor">At its start; moved to the marker after it, or the end.</param>
    /// <param name="isAfterMarker">Whether the cursor is on the line of a <c>---</c>.</param>
    public void Parse(ref Cursor cursor, bool isAfterMarker)
    {
        stack.Clear();
        stack.Push(new BlockFrame(-1, -1, BlockState.Root), cursor.At);
        _reader.Indicators.Start(isAfterMarker);
        do
        {
            while (_reader.Read(ref cursor))
            {
            }
        }
        while (ReadEntry(ref cursor));
    }

    // Goes on to the next line that has content, closes what ends before it, and reads its dash or key.
    private bool ReadEntry(ref Cursor cursor)
    {
        cursor.SkipToContent();
        var isEnd = cursor.IsAtEnd || cursor.IsAtMarker;
        if (!isEnd && !cursor.IsFirst)
            throw new SyntaxErrorException(cursor.At, "This cannot follow what stands before it on the line.", "Begin a new line, quote the text, or put a space before the # of a comment.");
        if (!isEnd && !cursor.IsIndentedBySpaces)
            throw new SyntaxErrorException(cursor.At, "A tab stands in the indentation of this line.", "Indent by spaces.");
        while (stack.Top.State != BlockState.Root && (isEnd || stack.Top.Indent > cursor.Indent || EndsSequence(cursor)))
            CloseTop();
        if (isEnd)
            return false;
        if (stack.Top.State == BlockState.Root)
            throw new SyntaxErrorException(cursor.At, "The document has ended before this line.", "Indent the line like its siblings, or begin a new document with ---.");
        if (stack.Top.Indent != cursor.Indent)
            throw new SyntaxErrorException(cursor.At, "This line's indentation fits nothing above it.", "Indent it like its siblings.");
        return stack.Top.State == BlockState.Sequence ? ReadItem(ref cursor) : ReadKey(ref cursor);
    }

    private readonly bool EndsSequence(in Cursor cursor) =>
        stack.Top.State == BlockState.Sequence && stack.Top.Indent == cursor.Indent && !cursor.IsAtIndicator((byte)'-')
        && stack.Below.Indent == cursor.Indent;

    private readonly void CloseTop()
    {
        var frame = stack.Pop();
        if (frame.State == BlockState.ExplicitKey)
            LeafScanner.Empty(nodes, frame.Node, nodes[frame.Node].End);
        nodes.Close(frame.Node, nodes[frame.Node].End);
    }

    private bool ReadItem(ref Cursor cursor) =>
        cursor.IsAtIndicator((byte)'-')
            ? _reader.Indicators.TakeDash(ref cursor)
            : throw new SyntaxErrorException(cursor.At, "A dash is expected here: the lines above at this indentation are items.", "Indent the line by what it belongs to.");

    private bool ReadKey(ref Cursor cursor)
    {
        var top = stack.Top;
        var isColon = cursor.IsAtIndicator((byte)':');
        if (isColon && top.State == BlockState.ExplicitKey)
        {
            stack.Top = top with { State = BlockState.Mapping };
            return _reader.Indicators.TakeColon(ref cursor, allowsCompact: true);
        }

        if (top.State == BlockState.ExplicitKey)
        {
            LeafScanner.Empty(nodes, top.Node, nodes[top.Node].End);
            stack.Top = top with { State = BlockState.Mapping };
        }

        if (cursor.IsAtIndicator((byte)'-'))
            throw new SyntaxErrorException(cursor.At, "A dash stands where a key is expected.", "Indent the dash under the key it belongs to.");
        if (cursor.IsAtIndicator((byte)'?'))
            return _reader.Indicators.TakeQuestion(ref cursor);
        return isColon ? _reader.ReadEmptyKey(ref cursor, default) : _reader.ReadKey(ref cursor);
    }
}
