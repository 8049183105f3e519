namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Reads flow collections (YAML 1.2.2, 7.4): brackets and braces, to any depth, without recursion.</summary>
internal sealed class FlowParser
{
    private readonly NodeTable _nodes;
    private readonly FlowStack _stack;
    private readonly FlowNodeReader _reader;

    public FlowParser(NodeTable nodes, YamlLimits limits)
    {
        _nodes = nodes;
        _stack = new FlowStack(nodes);
        _reader = new FlowNodeReader(nodes, _stack, limits);
    }

    /// <summary>Reads from the bracket at the cursor to the one that closes it.</summary>
    /// <param name="cursor">At the opening bracket; moved after the closing one.</param>
    /// <param name="parent">The node it is in.</param>
    /// <param name="indent">Its lines are indented by more than this.</param>
    /// <param name="outerDepth">How deep the block collections around it are.</param>
    /// <param name="handles">The document's tag handles.</param>
    public void Parse(ref Cursor cursor, int parent, int indent, int outerDepth, TagHandles? handles)
    {
        _stack.Clear();
        _reader.Start(indent, outerDepth, handles);
        _reader.Open(ref cursor, parent);
        while (_stack.Depth > 0)
        {
            _reader.SkipToContent(ref cursor);
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
                _reader.Read(ref cursor);
        }
    }

    private bool IsValueIndicator(in Cursor cursor) =>
        Characters.IsBlankOrEnd(cursor.Text, cursor.At + 1) || Characters.IsFlowIndicatorAt(cursor.Text, cursor.At + 1)
        || (_stack.Top.EntryIsJson && _stack.Top.State is (FlowState.Colon or FlowState.AfterItem));

    private void Comma(ref Cursor cursor)
    {
        if (_stack.Top.State is FlowState.Item or FlowState.Key)
            throw new SyntaxErrorException(cursor.At, "A comma has to follow an entry.", "Remove it, or write the entry before it.");
        _stack.CompleteEntry();
        cursor.Take(YamlTokenKind.FlowEntry, 1);
        ref var top = ref _stack.Top;
        top.State = top.State == FlowState.AfterItem ? FlowState.Item : FlowState.Key;
    }

    private void Close(ref Cursor cursor, byte bracket)
    {
        _stack.CompleteEntry();
        var node = _stack.Top.Node;
        var closes = _nodes[node].Kind == YamlKind.Mapping ? (byte)'}' : (byte)']';
        if (bracket != closes)
            throw new SyntaxErrorException(cursor.At, $"A {(char)bracket} stands where a {(char)closes} has to.");
        cursor.Take(bracket == '}' ? YamlTokenKind.FlowMappingEnd : YamlTokenKind.FlowSequenceEnd, 1);
        _nodes.Close(node, cursor.At);
        _stack.Pop();
        if (_stack.Depth > 0)
            _stack.EntryRead(cursor.At, isJson: true);
    }

    private void Question(ref Cursor cursor)
    {
        if (_stack.Top.State == FlowState.Item)
            _stack.PushPair(AddMapping(cursor));
        else if (_stack.Top.State != FlowState.Key)
            throw new SyntaxErrorException(cursor.At, "A ? cannot stand here.", "Put a comma before it.");
        _stack.Top.State = FlowState.ExplicitKey;
        cursor.Take(YamlTokenKind.ExplicitKey, 1);
        _stack.Top.EmptyAt = cursor.At;
    }

    private void Colon(ref Cursor cursor)
    {
        switch (_stack.Top.State)
        {
            case FlowState.Item:
                _stack.PushPair(AddMapping(cursor));
                LeafScanner.Empty(_nodes, _stack.Top.Node, cursor.At);
                break;
            case FlowState.AfterItem:
                WrapEntry(cursor);
                break;
            case FlowState.Key or FlowState.ExplicitKey:
                LeafScanner.Empty(_nodes, _stack.Top.Node, cursor.At);
                break;
            case FlowState.Colon:
                break;
            default:
                throw new SyntaxErrorException(cursor.At, "A colon cannot stand here.", "Put a comma before the next key.");
        }

        _stack.Top.State = FlowState.Value;
        cursor.Take(YamlTokenKind.Value, 1);
        _stack.Top.EmptyAt = cursor.At;
    }

    private int AddMapping(in Cursor cursor) => _nodes.Add(YamlKind.Mapping, YamlStyle.Flow, cursor.At, cursor.At, _stack.Top.Node);

    private void WrapEntry(in Cursor cursor)
    {
        ref var top = ref _stack.Top;
        if (top.EntryLine != cursor.LineStart)
            throw new SyntaxErrorException(cursor.At, "A key in brackets has to be on one line with its colon.", "Put braces around the pair.");
        ImplicitKey.CheckLength(cursor.Text, top.EntryStart, cursor.At);
        _nodes.Wrap(top.Entry, YamlStyle.Flow, top.EntryStart, top.AnchorsBeforeEntry);
        _stack.PushPair(top.Entry);
    }
}
