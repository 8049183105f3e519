using System.Runtime.CompilerServices;

namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Reads the content of one document in block style (YAML 1.2.2, chapter 8), without recursion.</summary>
internal ref struct BlockParser(NodeTable nodes, FlowParser flow, BlockStack stack, TagHandles? handles)
{
    private Expected _expected;

    /// <summary>Reads the document's node and what belongs to it.</summary>
    /// <param name="cursor">At its start; moved to the marker after it, or the end.</param>
    /// <param name="isAfterMarker">Whether the cursor is on the line of a <c>---</c>.</param>
    public void Parse(ref Cursor cursor, bool isAfterMarker)
    {
        stack.Clear();
        stack.Push(new BlockFrame(-1, -1, BlockState.Root), cursor.At);
        _expected = new Expected(-1, AllowsCompact: !isAfterMarker, AllowsListAtIndent: false);
        do
        {
            while (ReadNode(ref cursor))
            {
            }
        }
        while (ReadEntry(ref cursor));
    }

    // Reads a node, or the start of one: then there is another to read, and the answer is yes.
    private bool ReadNode(ref Cursor cursor)
    {
        var after = cursor.At;
        var outer = default(NodeProperties);
        while (true)
        {
            cursor.SkipToContent();
            var isList = !cursor.IsAtEnd && cursor.IsAtIndicator((byte)'-');
            if (cursor.IsAtEnd || cursor.IsAtMarker || (cursor.IsFirst && !IsIndented(cursor, isList)))
            {
                AddEmpty(cursor.Text, outer, after);
                return false;
            }

            var canOpen = cursor.IsFirst ? cursor.IsIndentedBySpaces : _expected.AllowsCompact && outer.IsEmpty && IsSpaces(cursor.Text[after..cursor.At]);
            var start = new NodeStart(cursor.At, cursor.LineStart, canOpen);
            var inner = default(NodeProperties);
            if (PropertyScanner.IsAt(cursor))
            {
                inner = ReadProperties(ref cursor);
                if (cursor.IsAtEndOfContent)
                {
                    outer = outer.And(inner);
                    after = outer.End;
                    continue;
                }
            }

            return cursor.Current switch
            {
                (byte)'-' when cursor.IsAtIndicator((byte)'-') => OpenSequence(ref cursor, start, outer, inner),
                (byte)'?' when cursor.IsAtIndicator((byte)'?') => OpenExplicit(ref cursor, start, outer, inner),
                (byte)':' when cursor.IsAtIndicator((byte)':') => OpenWithEmptyKey(ref cursor, start, outer, inner),
                (byte)'|' or (byte)'>' => ReadBlockScalar(ref cursor, outer.And(inner)),
                _ => ReadLeaf(ref cursor, start, outer, inner, isKey: false),
            };
        }
    }

    private readonly bool IsIndented(in Cursor cursor, bool isList) =>
        cursor.Indent > _expected.Indent
        || (_expected.AllowsListAtIndent && isList && cursor.Indent == _expected.Indent && cursor.IsIndentedBySpaces);

    private static bool IsSpaces(ReadOnlySpan<byte> between) => between.IndexOfAnyExcept((byte)' ') < 0;

    // The properties on one line, and the blanks after them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly NodeProperties ReadProperties(ref Cursor cursor)
    {
        var properties = default(NodeProperties);
        while (!cursor.IsAtEnd && PropertyScanner.IsAt(cursor))
        {
            properties = PropertyScanner.Read(ref cursor, properties, handles, inFlow: false);
            cursor.SkipBlanks();
        }

        return properties;
    }

    private readonly void AddEmpty(ReadOnlySpan<byte> text, NodeProperties properties, int at)
    {
        var node = LeafScanner.Empty(nodes, stack.Top.Node, at);
        nodes.Define(text, properties, node);
        nodes.SetProperties(node, properties);
    }

    private readonly int Open(ref Cursor cursor, in NodeStart start, YamlKind kind, NodeProperties outer, NodeProperties inner, BlockState state)
    {
        if (!inner.IsEmpty && kind == YamlKind.Sequence)
            throw new SyntaxErrorException(inner.Start, "An anchor or tag cannot stand before a dash on its line.", "Put it on the line before the sequence.");
        if (!start.CanOpen)
            throw BlockErrors.NotHere(cursor, start, kind);
        var node = nodes.Add(kind, YamlStyle.Block, start.Offset, start.Offset, stack.Top.Node);
        nodes.Define(cursor.Text, outer, node);
        nodes.SetProperties(node, outer);
        stack.Push(new BlockFrame(node, start.Offset - start.Line, state), start.Offset);
        return node;
    }

    private bool OpenSequence(ref Cursor cursor, in NodeStart start, NodeProperties outer, NodeProperties inner)
    {
        Open(ref cursor, start, YamlKind.Sequence, outer, inner, BlockState.Sequence);
        return TakeDash(ref cursor);
    }

    private bool OpenExplicit(ref Cursor cursor, in NodeStart start, NodeProperties outer, NodeProperties inner)
    {
        if (!inner.IsEmpty)
            throw new SyntaxErrorException(inner.Start, "An anchor or tag cannot stand before a ? on its line.", "Put it after the ?, or on the line before.");
        Open(ref cursor, start, YamlKind.Mapping, outer, inner, BlockState.Mapping);
        return TakeQuestion(ref cursor);
    }

    private bool OpenWithEmptyKey(ref Cursor cursor, in NodeStart start, NodeProperties outer, NodeProperties inner)
    {
        Open(ref cursor, start, YamlKind.Mapping, outer, default, BlockState.Mapping);
        return EmptyKey(ref cursor, inner);
    }

    private bool EmptyKey(ref Cursor cursor, NodeProperties properties)
    {
        AddEmpty(cursor.Text, properties, properties.IsEmpty ? cursor.At : properties.End);
        return TakeColon(ref cursor, allowsCompact: false);
    }

    private bool TakeDash(ref Cursor cursor)
    {
        cursor.Take(YamlTokenKind.SequenceEntry, 1);
        _expected = new Expected(stack.Top.Indent, AllowsCompact: true, AllowsListAtIndent: false);
        return true;
    }

    private bool TakeQuestion(ref Cursor cursor)
    {
        stack.Top = stack.Top with { State = BlockState.ExplicitKey };
        cursor.Take(YamlTokenKind.ExplicitKey, 1);
        _expected = new Expected(stack.Top.Indent, AllowsCompact: true, AllowsListAtIndent: true);
        return true;
    }

    private bool TakeColon(ref Cursor cursor, bool allowsCompact)
    {
        cursor.Take(YamlTokenKind.Value, 1);
        _expected = new Expected(stack.Top.Indent, allowsCompact, AllowsListAtIndent: true);
        return true;
    }

    private readonly bool ReadBlockScalar(ref Cursor cursor, NodeProperties properties)
    {
        var start = cursor.At;
        var style = cursor.Current == '|' ? YamlStyle.Literal : YamlStyle.Folded;
        var end = BlockScalarScanner.Scan(ref cursor, _expected.Indent, out var contentIndent);
        var node = nodes.Add(YamlKind.Scalar, style, start, end, stack.Top.Node);
        nodes[node].Link = contentIndent;
        nodes.Define(cursor.Text, properties, node);
        nodes.SetProperties(node, properties);
        cursor.Log(YamlTokenKind.BlockScalar, start, end);
        return false;
    }

    // Reads a scalar, alias or flow collection; where a colon follows, it is a key, and its value is to be read.
    private bool ReadLeaf(ref Cursor cursor, in NodeStart start, NodeProperties outer, NodeProperties inner, bool isKey)
    {
        var index = nodes.Count;
        nodes.Define(cursor.Text, outer, index);
        var anchors = nodes.AnchorCount;
        nodes.Define(cursor.Text, inner, index);
        ReadContent(ref cursor, isKey, !inner.IsEmpty);
        var colon = Characters.SkipBlanks(cursor.Text, cursor.At);
        if (colon < cursor.Text.Length && cursor.Text[colon] == ':' && Characters.IsBlankOrEnd(cursor.Text, colon + 1))
        {
            ImplicitKey.Check(cursor, start, colon);
            if (!isKey)
                OpenAt(cursor, index, start, outer, anchors);
            nodes.SetProperties(isKey ? index : index + 1, inner);
            cursor.At = colon;
            return TakeColon(ref cursor, allowsCompact: false);
        }

        if (isKey)
            throw new SyntaxErrorException(start.Offset, "A key has to be followed by a colon and a space.", "Write key: value, or indent this line if it belongs to the line before.");
        if (!outer.IsEmpty && nodes[index].Kind == YamlKind.Alias)
            throw BlockErrors.AliasWithProperties(start.Offset);
        nodes.SetProperties(index, outer.And(inner));
        return false;
    }

    private readonly void OpenAt(in Cursor cursor, int index, in NodeStart start, NodeProperties outer, int anchors)
    {
        if (!start.CanOpen)
            throw BlockErrors.NotHere(cursor, start, YamlKind.Mapping);
        nodes.Wrap(index, YamlStyle.Block, start.Offset, anchors);
        nodes.SetProperties(index, outer);
        stack.Push(new BlockFrame(index, start.Offset - start.Line, BlockState.Mapping), start.Offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void ReadContent(ref Cursor cursor, bool isKey, bool hasProperties)
    {
        var parent = stack.Top.Node;
        var indent = isKey ? stack.Top.Indent : _expected.Indent;
        switch (cursor.Current)
        {
            case (byte)'"' or (byte)'\'':
                LeafScanner.Quoted(ref cursor, nodes, parent, indent);
                break;
            case (byte)'[' or (byte)'{':
                flow.Parse(ref cursor, parent, indent, stack.Depth, handles);
                break;
            case (byte)'*':
                if (hasProperties)
                    throw BlockErrors.AliasWithProperties(cursor.At);
                LeafScanner.Alias(ref cursor, nodes, parent, inFlow: false);
                break;
            default:
                LeafScanner.Plain(ref cursor, nodes, parent, indent, inFlow: false);
                break;
        }
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
            ? TakeDash(ref cursor)
            : throw new SyntaxErrorException(cursor.At, "A dash is expected here: the lines above at this indentation are items.", "Indent the line by what it belongs to.");

    private bool ReadKey(ref Cursor cursor)
    {
        var top = stack.Top;
        var isColon = cursor.IsAtIndicator((byte)':');
        if (isColon && top.State == BlockState.ExplicitKey)
        {
            stack.Top = top with { State = BlockState.Mapping };
            return TakeColon(ref cursor, allowsCompact: true);
        }

        if (top.State == BlockState.ExplicitKey)
        {
            LeafScanner.Empty(nodes, top.Node, nodes[top.Node].End);
            stack.Top = top with { State = BlockState.Mapping };
        }

        if (cursor.IsAtIndicator((byte)'-'))
            throw new SyntaxErrorException(cursor.At, "A dash stands where a key is expected.", "Indent the dash under the key it belongs to.");
        if (cursor.IsAtIndicator((byte)'?'))
            return TakeQuestion(ref cursor);
        if (isColon)
            return EmptyKey(ref cursor, default);
        var start = new NodeStart(cursor.At, cursor.LineStart, CanOpen: true);
        var properties = ReadProperties(ref cursor);
        if (cursor.IsAtEndOfContent)
            throw new SyntaxErrorException(start.Offset, "A key has to be followed by a colon and a space.", "Write key: value.");
        return cursor.IsAtIndicator((byte)':') && !properties.IsEmpty
            ? EmptyKey(ref cursor, properties)
            : ReadLeaf(ref cursor, start, default, properties, isKey: true);
    }
}
