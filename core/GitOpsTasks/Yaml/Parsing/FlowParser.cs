namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Reads flow collections (YAML 1.2.2, 7.4): brackets and braces, to any depth, without recursion.</summary>
internal sealed class FlowParser(NodeTable nodes, YamlLimits limits)
{
    private FlowFrame[] _frames = [];
    private int _depth;
    private int _indent;
    private TagHandles? _handles;

    private ref FlowFrame Top => ref _frames[_depth - 1];

    /// <summary>Reads from the bracket at the cursor to the one that closes it.</summary>
    /// <param name="cursor">At the opening bracket; moved after the closing one.</param>
    /// <param name="parent">The node it is in.</param>
    /// <param name="indent">Its lines are indented by more than this.</param>
    /// <param name="outerDepth">How deep the block collections around it are.</param>
    /// <param name="handles">The document's tag handles.</param>
    public void Parse(ref Cursor cursor, int parent, int indent, int outerDepth, TagHandles? handles)
    {
        (_depth, _indent, _handles) = (0, indent, handles);
        Open(ref cursor, parent, outerDepth);
        while (_depth > 0)
        {
            SkipToContent(ref cursor);
            var b = cursor.Current;
            if (b == ',')
                Comma(ref cursor);
            else if (b is (byte)']' or (byte)'}')
                Close(ref cursor, b);
            else if (b == '?' && Characters.IsBlankOrEnd(cursor.Text, cursor.At + 1))
                Question(ref cursor);
            else if (b == ':' && IsValueIndicator(cursor))
                Colon(ref cursor);
            else
                Node(ref cursor, outerDepth);
        }
    }

    private void SkipToContent(ref Cursor cursor)
    {
        cursor.SkipToContent();
        if (cursor.IsAtEnd || cursor.IsAtMarker)
            throw Unclosed();
        if (cursor.IsFirst && cursor.Indent <= _indent && !IsClosingAtIndent(cursor))
        {
            throw new SyntaxErrorException(
                cursor.At, "A line inside brackets or braces is indented too little.", "Indent it by spaces, further than the key or dash it belongs to.");
        }
    }

    // Stricter than what reads these files in a cluster would be of no use: go-yaml takes a closing bracket below its key.
    private bool IsClosingAtIndent(in Cursor cursor) => cursor.Indent == _indent && cursor.IsIndentedBySpaces && cursor.Current is (byte)']' or (byte)'}';

    private SyntaxErrorException Unclosed()
    {
        var depth = _depth;
        while (depth > 1 && _frames[depth - 1].IsPair)
            depth--;
        ref var node = ref nodes[_frames[depth - 1].Node];
        return new SyntaxErrorException(node.Start, node.Kind == YamlKind.Mapping ? "This brace is not closed." : "This bracket is not closed.");
    }

    private bool IsValueIndicator(in Cursor cursor) =>
        Characters.IsBlankOrEnd(cursor.Text, cursor.At + 1) || Characters.IsFlowIndicatorAt(cursor.Text, cursor.At + 1)
        || (Top.EntryIsJson && Top.State is (FlowState.Colon or FlowState.AfterItem));

    private void Comma(ref Cursor cursor)
    {
        if (Top.State is FlowState.Item or FlowState.Key)
            throw new SyntaxErrorException(cursor.At, "A comma has to follow an entry.", "Remove it, or write the entry before it.");
        Complete();
        cursor.Take(YamlTokenKind.FlowEntry, 1);
        Top.State = Top.State == FlowState.AfterItem ? FlowState.Item : FlowState.Key;
    }

    private void Close(ref Cursor cursor, byte bracket)
    {
        Complete();
        var closes = nodes[Top.Node].Kind == YamlKind.Mapping ? (byte)'}' : (byte)']';
        if (bracket != closes)
            throw new SyntaxErrorException(cursor.At, $"A {(char)bracket} stands where a {(char)closes} has to.");
        cursor.Take(bracket == '}' ? YamlTokenKind.FlowMappingEnd : YamlTokenKind.FlowSequenceEnd, 1);
        nodes.Close(Top.Node, cursor.At);
        _depth--;
        if (_depth > 0)
            EntryRead(cursor.At, isJson: true);
    }

    // Adds what an entry leaves out, and closes a single pair.
    private void Complete()
    {
        ref var top = ref Top;
        if (top.State == FlowState.ExplicitKey)
            LeafScanner.Empty(nodes, top.Node, top.EmptyAt);
        if (top.State is FlowState.ExplicitKey or FlowState.Colon or FlowState.Value)
        {
            LeafScanner.Empty(nodes, top.Node, top.EmptyAt);
            top.State = FlowState.AfterValue;
        }

        if (!top.IsPair)
            return;
        nodes.Close(top.Node, nodes[top.Node].End);
        _depth--;
        Top.State = FlowState.AfterItem;
        Top.EntryIsJson = false;
        Top.EntryLine = -1;
    }

    private void Question(ref Cursor cursor)
    {
        if (Top.State == FlowState.Item)
            OpenPair(nodes.Add(YamlKind.Mapping, YamlStyle.Flow, cursor.At, cursor.At, Top.Node));
        else if (Top.State != FlowState.Key)
            throw new SyntaxErrorException(cursor.At, "A ? cannot stand here.", "Put a comma before it.");
        Top.State = FlowState.ExplicitKey;
        cursor.Take(YamlTokenKind.ExplicitKey, 1);
        Top.EmptyAt = cursor.At;
    }

    private void Colon(ref Cursor cursor)
    {
        switch (Top.State)
        {
            case FlowState.Item:
                OpenPair(nodes.Add(YamlKind.Mapping, YamlStyle.Flow, cursor.At, cursor.At, Top.Node));
                LeafScanner.Empty(nodes, Top.Node, cursor.At);
                break;
            case FlowState.AfterItem:
                WrapEntry(cursor);
                break;
            case FlowState.Key or FlowState.ExplicitKey:
                LeafScanner.Empty(nodes, Top.Node, cursor.At);
                break;
            case FlowState.Colon:
                break;
            default:
                throw new SyntaxErrorException(cursor.At, "A colon cannot stand here.", "Put a comma before the next key.");
        }

        Top.State = FlowState.Value;
        cursor.Take(YamlTokenKind.Value, 1);
        Top.EmptyAt = cursor.At;
    }

    private void WrapEntry(in Cursor cursor)
    {
        ref var top = ref Top;
        if (top.EntryLine != cursor.LineStart)
            throw new SyntaxErrorException(cursor.At, "A key in brackets has to be on one line with its colon.", "Put braces around the pair.");
        ImplicitKey.CheckLength(cursor.Text, top.EntryStart, cursor.At);
        nodes.Wrap(top.Entry, YamlStyle.Flow, top.EntryStart, top.AnchorsBeforeEntry);
        OpenPair(top.Entry);
    }

    private void OpenPair(int mapping)
    {
        Push(mapping);
        Top.IsPair = true;
    }

    private void Node(ref Cursor cursor, int outerDepth)
    {
        ref var top = ref Top;
        if (top.State is not (FlowState.Item or FlowState.Key or FlowState.ExplicitKey or FlowState.Value))
            throw new SyntaxErrorException(cursor.At, "A comma is missing before this.", "Put a comma between entries, or quote a text that holds brackets, quotes or # signs.");
        (top.EntryStart, top.EntryLine, top.Entry, top.AnchorsBeforeEntry) = (cursor.At, cursor.LineStart, nodes.Count, nodes.AnchorCount);
        var parent = top.Node;
        var properties = ReadProperties(ref cursor);
        nodes.Define(cursor.Text, properties, nodes.Count);
        var b = cursor.Current;
        if (!properties.IsEmpty && (b is (byte)',' or (byte)']' or (byte)'}' || (b == ':' && IsIndicatorAfterProperties(cursor))))
        {
            nodes.SetProperties(LeafScanner.Empty(nodes, parent, properties.End), properties);
            EntryRead(properties.End, isJson: false);
            return;
        }

        if (b is (byte)'[' or (byte)'{')
        {
            var opened = nodes.Count;
            Open(ref cursor, parent, outerDepth);
            nodes.SetProperties(opened, properties);
            return;
        }

        if (b == '*' && !properties.IsEmpty)
            throw new SyntaxErrorException(cursor.At, "An alias has no anchor or tag of its own.");
        var node = Leaf(ref cursor, parent, b);
        nodes.SetProperties(node, properties);
        EntryRead(cursor.At, isJson: b is (byte)'"' or (byte)'\'');
    }

    private static bool IsIndicatorAfterProperties(in Cursor cursor) =>
        Characters.IsBlankOrEnd(cursor.Text, cursor.At + 1) || Characters.IsFlowIndicatorAt(cursor.Text, cursor.At + 1);

    private NodeProperties ReadProperties(ref Cursor cursor)
    {
        var properties = default(NodeProperties);
        while (PropertyScanner.IsAt(cursor))
        {
            properties = PropertyScanner.Read(ref cursor, properties, _handles, inFlow: true);
            SkipToContent(ref cursor);
        }

        return properties;
    }

    private int Leaf(ref Cursor cursor, int parent, byte first)
    {
        if (first == '*')
            return LeafScanner.Alias(ref cursor, nodes, parent, inFlow: true);
        if (first is (byte)'"' or (byte)'\'')
            return LeafScanner.Quoted(ref cursor, nodes, parent, _indent);
        return LeafScanner.Plain(ref cursor, nodes, parent, _indent, inFlow: true);
    }

    private void Open(ref Cursor cursor, int parent, int outerDepth)
    {
        if (_depth + outerDepth >= limits.Depth)
            throw new BudgetExceededException(cursor.At, $"The nesting is deeper than {limits.Depth} levels.");
        var isMapping = cursor.Current == '{';
        var node = nodes.Add(isMapping ? YamlKind.Mapping : YamlKind.Sequence, YamlStyle.Flow, cursor.At, cursor.At + 1, parent);
        cursor.Take(isMapping ? YamlTokenKind.FlowMappingStart : YamlTokenKind.FlowSequenceStart, 1);
        Push(node);
        Top.State = isMapping ? FlowState.Key : FlowState.Item;
    }

    private void Push(int node)
    {
        if (_depth == _frames.Length)
            Array.Resize(ref _frames, Math.Max(8, _depth * 2));
        _frames[_depth++] = new FlowFrame { Node = node };
    }

    private void EntryRead(int end, bool isJson)
    {
        ref var top = ref Top;
        top.EmptyAt = end;
        top.EntryIsJson = isJson;
        top.State = top.State switch
        {
            FlowState.Item => FlowState.AfterItem,
            FlowState.Value => FlowState.AfterValue,
            _ => FlowState.Colon,
        };
    }
}
