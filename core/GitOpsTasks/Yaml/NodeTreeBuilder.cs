namespace GitOpsTasks.Yaml;

/// <summary>Lays the nodes of a file into one array, in document order.</summary>
internal sealed class NodeTreeBuilder
{
    private readonly List<NodeData> _nodes = [];
    private readonly List<int> _roots = [];
    private readonly Stack<int> _open = new();
    private readonly Dictionary<string, int> _anchors = new(StringComparer.Ordinal);

    /// <summary>All nodes.</summary>
    public NodeData[] Nodes => [.. _nodes];

    /// <summary>The indexes of the documents' roots.</summary>
    public int[] Roots => [.. _roots];

    /// <summary>Begins a document: anchors of the one before are gone.</summary>
    public void StartDocument() => _anchors.Clear();

    /// <summary>Adds a scalar.</summary>
    public void Add(NodeData scalar) => AddNode(scalar with { Target = -1 });

    /// <summary>Adds an alias.</summary>
    /// <returns>Whether its anchor stands before it, as it has to.</returns>
    public bool AddAlias(string anchor, ByteSpan span)
    {
        var target = _anchors.GetValueOrDefault(anchor, -1);
        AddNode(new NodeData { Kind = YamlKind.Alias, PropertiesStart = span.Start, Span = span, Value = anchor, Target = target });
        return target >= 0;
    }

    /// <summary>Adds a mapping or sequence; what is added until it is closed is in it.</summary>
    public void Open(NodeData collection) => _open.Push(AddNode(collection with { Target = -1 }));

    /// <summary>Closes the innermost collection.</summary>
    /// <param name="closingMark">Offset of the bracket or brace of a flow collection.</param>
    public void Close(int closingMark)
    {
        var index = _open.Pop();
        var node = _nodes[index];
        node.Next = _nodes.Count;
        if (node.Style == YamlStyle.Flow)
            node.Span = node.Span with { End = closingMark + 1 };
        _nodes[index] = node;
        StretchParent(node);
    }

    private int AddNode(NodeData node)
    {
        var index = _nodes.Count;
        node.Parent = _open.Count > 0 ? _open.Peek() : -1;
        node.Next = index + 1;
        if (node.Anchor is { } anchor)
            _anchors[anchor] = index;
        if (node.Parent < 0)
            _roots.Add(index);
        _nodes.Add(node);
        StretchParent(node);
        return index;
    }

    // A block collection has no closing mark: it ends where its last child does.
    private void StretchParent(NodeData child)
    {
        if (child.Parent < 0)
            return;
        var parent = _nodes[child.Parent];
        parent.Span = parent.Span with { End = Math.Max(parent.Span.End, child.Span.End) };
        _nodes[child.Parent] = parent;
    }
}
