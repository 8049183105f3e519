namespace GitOpsTasks.Yaml.Parsing;

/// <summary>The open flow collections around a place, innermost last.</summary>
internal sealed class FlowStack(NodeTable nodes)
{
    private FlowFrame[] _frames = [];

    /// <summary>How many are open.</summary>
    public int Depth { get; private set; }

    /// <summary>The innermost.</summary>
    public ref FlowFrame Top => ref _frames[Depth - 1];

    /// <summary>Begins anew.</summary>
    public void Clear() => Depth = 0;

    /// <summary>Opens a collection.</summary>
    public void Push(int node, FlowState state)
    {
        if (Depth == _frames.Length)
            Array.Resize(ref _frames, Math.Max(8, Depth * 2));
        _frames[Depth++] = new FlowFrame { Node = node, State = state };
    }

    /// <summary>Opens a single pair in a sequence, a mapping without braces.</summary>
    public void PushPair(int mapping)
    {
        Push(mapping, FlowState.Item);
        Top.IsPair = true;
    }

    /// <summary>Closes the innermost.</summary>
    public void Pop() => Depth--;

    /// <summary>Tells the innermost that a node of its was read.</summary>
    public void EntryRead(int end, bool isJson)
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

    /// <summary>Adds what the last entry leaves out, and closes a single pair.</summary>
    public void CompleteEntry()
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
        Pop();
        Top.State = FlowState.AfterItem;
        Top.EntryIsJson = false;
        Top.EntryLine = -1;
    }

    /// <summary>What is said where the text ends before the innermost collection does.</summary>
    public SyntaxErrorException Unclosed()
    {
        var depth = Depth;
        while (depth > 1 && _frames[depth - 1].IsPair)
            depth--;
        ref var node = ref nodes[_frames[depth - 1].Node];
        return new SyntaxErrorException(node.Start, node.Kind == YamlKind.Mapping ? "This brace is not closed." : "This bracket is not closed.");
    }
}
