namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Reads the nodes in flow collections; of a collection what opens it.</summary>
internal sealed class FlowNodeReader(NodeTable nodes, FlowStack stack, YamlLimits limits)
{
    private int _indent;
    private int _outerDepth;
    private TagHandles? _handles;

    /// <summary>Begins with an outermost bracket.</summary>
    /// <param name="indent">Its lines are indented by more than this.</param>
    /// <param name="outerDepth">How deep the block collections around it are.</param>
    /// <param name="handles">The document's tag handles.</param>
    public void Start(int indent, int outerDepth, TagHandles? handles) => (_indent, _outerDepth, _handles) = (indent, outerDepth, handles);

    /// <summary>Goes on to the next byte that is neither blank nor comment.</summary>
    /// <exception cref="SyntaxErrorException">There is none, or its line is not indented enough.</exception>
    public void SkipToContent(ref Cursor cursor)
    {
        cursor.SkipToContent();
        if (cursor.IsAtEnd || cursor.IsAtMarker)
            throw stack.Unclosed();
        if (cursor.IsFirst && cursor.Indent <= _indent && !IsClosingAtIndent(cursor))
        {
            throw new SyntaxErrorException(
                cursor.At, "A line inside brackets or braces is indented too little.", "Indent it by spaces, further than the key or dash it belongs to.");
        }
    }

    /// <summary>Opens a collection.</summary>
    /// <exception cref="BudgetExceededException">The nesting is too deep.</exception>
    public void Open(ref Cursor cursor, int parent)
    {
        if (stack.Depth + _outerDepth >= limits.Depth)
            throw new BudgetExceededException(cursor.At, $"The nesting is deeper than {limits.Depth} levels.");
        var isMapping = cursor.Current == '{';
        var node = nodes.Add(isMapping ? YamlKind.Mapping : YamlKind.Sequence, YamlStyle.Flow, cursor.At, cursor.At + 1, parent);
        cursor.Take(isMapping ? YamlTokenKind.FlowMappingStart : YamlTokenKind.FlowSequenceStart, 1);
        stack.Push(node, isMapping ? FlowState.Key : FlowState.Item);
    }

    /// <summary>Reads a key, value or item.</summary>
    public void Read(ref Cursor cursor)
    {
        ref var top = ref stack.Top;
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
            stack.EntryRead(properties.End, isJson: false);
            return;
        }

        if (b is (byte)'[' or (byte)'{')
        {
            var opened = nodes.Count;
            Open(ref cursor, parent);
            nodes.SetProperties(opened, properties);
            return;
        }

        if (b == '*' && !properties.IsEmpty)
            throw new SyntaxErrorException(cursor.At, "An alias has no anchor or tag of its own.");
        var node = ReadLeaf(ref cursor, parent, b);
        nodes.SetProperties(node, properties);
        stack.EntryRead(cursor.At, isJson: b is (byte)'"' or (byte)'\'');
    }

    // Stricter than what reads these files in a cluster would be of no use: go-yaml takes a closing bracket below its key.
    private bool IsClosingAtIndent(in Cursor cursor) => cursor.Indent == _indent && cursor.IsIndentedBySpaces && cursor.Current is (byte)']' or (byte)'}';

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

    private int ReadLeaf(ref Cursor cursor, int parent, byte first)
    {
        if (first == '*')
            return LeafScanner.Alias(ref cursor, nodes, parent, inFlow: true);
        if (first is (byte)'"' or (byte)'\'')
            return LeafScanner.Quoted(ref cursor, nodes, parent, _indent);
        return LeafScanner.Plain(ref cursor, nodes, parent, _indent, inFlow: true);
    }
}
