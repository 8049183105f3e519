namespace GitOpsTasks.Yaml.Parsing;

/// <summary>
/// Reads nodes in block style. Of a collection it reads what opens it, and the answer is yes: its first key or item is to be
/// read next. After anything else the answer is no.
/// </summary>
internal ref struct BlockNodeReader
{
    private readonly NodeTable _nodes;
    private readonly BlockStack _stack;
    private readonly BlockContent _content;

    /// <summary>The indicators, and where the next node may stand.</summary>
    public BlockIndicators Indicators;

    public BlockNodeReader(NodeTable nodes, FlowParser flow, BlockStack stack, TagHandles? handles)
    {
        (_nodes, _stack) = (nodes, stack);
        _content = new BlockContent(nodes, flow, stack, handles);
        Indicators = new BlockIndicators(stack);
    }

    /// <summary>Reads a node, which may be left out.</summary>
    public bool Read(ref Cursor cursor)
    {
        var after = cursor.At;
        var outer = default(NodeProperties);
        while (true)
        {
            cursor.SkipToContent();
            var isList = !cursor.IsAtEnd && cursor.IsAtIndicator((byte)'-');
            if (cursor.IsAtEnd || cursor.IsAtMarker || (cursor.IsFirst && !IsIndented(cursor, isList)))
            {
                _content.AddEmpty(cursor.Text, outer, after);
                return false;
            }

            var canOpen = cursor.IsFirst ? cursor.IsIndentedBySpaces : Indicators.Next.AllowsCompact && outer.IsEmpty && IsSpaces(cursor.Text[after..cursor.At]);
            var start = new NodeStart(cursor.At, cursor.LineStart, canOpen);
            var inner = default(NodeProperties);
            if (PropertyScanner.IsAt(cursor))
            {
                inner = _content.ReadProperties(ref cursor);
                if (cursor.IsAtEndOfContent)
                {
                    outer = outer.And(inner);
                    after = outer.End;
                    continue;
                }
            }

            switch (cursor.Current)
            {
                case (byte)'-' when cursor.IsAtIndicator((byte)'-'):
                    OpenSequence(cursor, start, outer, inner);
                    return Indicators.TakeDash(ref cursor);
                case (byte)'?' when cursor.IsAtIndicator((byte)'?'):
                    OpenExplicit(cursor, start, outer, inner);
                    return Indicators.TakeQuestion(ref cursor);
                case (byte)':' when cursor.IsAtIndicator((byte)':'):
                    Open(cursor, start, YamlKind.Mapping, outer, BlockState.Mapping);
                    return ReadEmptyKey(ref cursor, inner);
                case (byte)'|' or (byte)'>':
                    _content.ReadBlockScalar(ref cursor, outer.And(inner), Indicators.Next.Indent);
                    return false;
                default:
                    return ReadLeaf(ref cursor, start, outer, inner, isKey: false);
            }
        }
    }

    /// <summary>Reads a key of the innermost mapping, and the colon after it.</summary>
    /// <param name="cursor">At its first byte, which is no indicator.</param>
    public bool ReadKey(ref Cursor cursor)
    {
        var start = new NodeStart(cursor.At, cursor.LineStart, CanOpen: true);
        var properties = _content.ReadProperties(ref cursor);
        if (cursor.IsAtEndOfContent)
            throw new SyntaxErrorException(start.Offset, "A key has to be followed by a colon and a space.", "Write key: value.");
        return cursor.IsAtIndicator((byte)':') && !properties.IsEmpty
            ? ReadEmptyKey(ref cursor, properties)
            : ReadLeaf(ref cursor, start, default, properties, isKey: true);
    }

    /// <summary>Reads the colon after a key that is left out.</summary>
    public bool ReadEmptyKey(ref Cursor cursor, NodeProperties properties)
    {
        _content.AddEmpty(cursor.Text, properties, properties.IsEmpty ? cursor.At : properties.End);
        return Indicators.TakeColon(ref cursor, allowsCompact: false);
    }

    private readonly bool IsIndented(in Cursor cursor, bool isList) =>
        cursor.Indent > Indicators.Next.Indent
        || (Indicators.Next.AllowsListAtIndent && isList && cursor.Indent == Indicators.Next.Indent && cursor.IsIndentedBySpaces);

    private static bool IsSpaces(ReadOnlySpan<byte> between) => between.IndexOfAnyExcept((byte)' ') < 0;

    private readonly void OpenSequence(in Cursor cursor, in NodeStart start, NodeProperties outer, NodeProperties inner)
    {
        if (!inner.IsEmpty)
            throw new SyntaxErrorException(inner.Start, "An anchor or tag cannot stand before a dash on its line.", "Put it on the line before the sequence.");
        Open(cursor, start, YamlKind.Sequence, outer, BlockState.Sequence);
    }

    private readonly void OpenExplicit(in Cursor cursor, in NodeStart start, NodeProperties outer, NodeProperties inner)
    {
        if (!inner.IsEmpty)
            throw new SyntaxErrorException(inner.Start, "An anchor or tag cannot stand before a ? on its line.", "Put it after the ?, or on the line before.");
        Open(cursor, start, YamlKind.Mapping, outer, BlockState.Mapping);
    }

    private readonly void Open(in Cursor cursor, in NodeStart start, YamlKind kind, NodeProperties properties, BlockState state)
    {
        if (!start.CanOpen)
            throw BlockErrors.NotHere(cursor, start, kind);
        var node = _nodes.Add(kind, YamlStyle.Block, start.Offset, start.Offset, _stack.Top.Node);
        _nodes.Define(cursor.Text, properties, node);
        _nodes.SetProperties(node, properties);
        _stack.Push(new BlockFrame(node, start.Offset - start.Line, state), start.Offset);
    }

    // Where a colon follows, the node is a key, and its value is to be read.
    private bool ReadLeaf(ref Cursor cursor, in NodeStart start, NodeProperties outer, NodeProperties inner, bool isKey)
    {
        var index = _nodes.Count;
        _nodes.Define(cursor.Text, outer, index);
        var anchors = _nodes.AnchorCount;
        _nodes.Define(cursor.Text, inner, index);
        _content.Read(ref cursor, isKey ? _stack.Top.Indent : Indicators.Next.Indent, !inner.IsEmpty);
        var colon = Characters.SkipBlanks(cursor.Text, cursor.At);
        if (colon < cursor.Text.Length && cursor.Text[colon] == ':' && Characters.IsBlankOrEnd(cursor.Text, colon + 1))
        {
            ImplicitKey.Check(cursor, start, colon);
            if (!isKey)
                OpenAt(cursor, index, start, outer, anchors);
            _nodes.SetProperties(isKey ? index : index + 1, inner);
            cursor.At = colon;
            return Indicators.TakeColon(ref cursor, allowsCompact: false);
        }

        if (isKey)
            throw new SyntaxErrorException(start.Offset, "A key has to be followed by a colon and a space.", "Write key: value, or indent this line if it belongs to the line before.");
        if (!outer.IsEmpty && _nodes[index].Kind == YamlKind.Alias)
            throw BlockErrors.AliasWithProperties(start.Offset);
        _nodes.SetProperties(index, outer.And(inner));
        return false;
    }

    private readonly void OpenAt(in Cursor cursor, int index, in NodeStart start, NodeProperties outer, int anchors)
    {
        if (!start.CanOpen)
            throw BlockErrors.NotHere(cursor, start, YamlKind.Mapping);
        _nodes.Wrap(index, YamlStyle.Block, start.Offset, anchors);
        _nodes.SetProperties(index, outer);
        _stack.Push(new BlockFrame(index, start.Offset - start.Line, BlockState.Mapping), start.Offset);
    }
}
