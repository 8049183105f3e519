using System.Buffers;
using System.Runtime.CompilerServices;

namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Lays the nodes of a file into one array, in document order.</summary>
internal sealed class NodeTable(YamlLimits limits, int expectedNodes) : IDisposable
{
    // Larger arrays are left to the collector: a pool that keeps them would hold what one huge file took for good.
    private const int LargestPooled = 1 << 20;

    private List<NodeProperties>? _properties;
    private List<ByteSpan>? _undefinedAliases;
    private AnchorTable? _anchors;
    private NodeData[] _nodes = ArrayPool<NodeData>.Shared.Rent(Math.Max(16, expectedNodes));
    private int _aliases;

    /// <summary>How many nodes there are; the index of the next one.</summary>
    public int Count { get; private set; }

    /// <summary>How many anchors there were so far.</summary>
    public int AnchorCount => _anchors?.Count ?? 0;

    /// <summary>The aliases of the document whose name stands for nothing.</summary>
    public IReadOnlyList<ByteSpan> UndefinedAliases => _undefinedAliases ?? (IReadOnlyList<ByteSpan>)[];

    /// <summary>A node by its index; valid until the next one is added.</summary>
    public ref NodeData this[int index] => ref _nodes[index];

    /// <summary>All nodes.</summary>
    public NodeData[] ToArray()
    {
        var nodes = GC.AllocateUninitializedArray<NodeData>(Count);
        _nodes.AsSpan(0, Count).CopyTo(nodes);
        return nodes;
    }

    /// <summary>All anchors and tags.</summary>
    public NodeProperties[] PropertiesToArray() => _properties is null ? [] : [.. _properties];

    /// <summary>Begins a document: the anchors of the ones before are gone.</summary>
    public void StartDocument()
    {
        _anchors?.StartDocument();
        _undefinedAliases?.Clear();
    }

    /// <summary>Lets the anchor among some properties stand for a node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Define(ReadOnlySpan<byte> text, NodeProperties properties, int node)
    {
        if (properties.Anchor.Length > 0)
            (_anchors ??= new AnchorTable()).Define(text, properties.Anchor with { Start = properties.Anchor.Start + 1 }, node);
    }

    /// <summary>Adds a node as the last one.</summary>
    /// <returns>Its index.</returns>
    /// <exception cref="BudgetExceededException">There are too many.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(YamlKind kind, YamlStyle style, int start, int end, int parent)
    {
        var index = Count;
        if (index == _nodes.Length)
            Grow(start);
        if (index >= limits.Nodes)
            throw new BudgetExceededException(start, $"The file has more than {limits.Nodes} nodes.");
        _nodes[index] = new NodeData(kind, style, start, end, parent);
        if (parent >= 0)
            _nodes[parent].End = end;
        Count = index + 1;
        return index;
    }

    /// <summary>Adds an alias.</summary>
    /// <returns>Its index; its target is -1 where no anchor of the name stands before it.</returns>
    /// <exception cref="BudgetExceededException">There are too many.</exception>
    public int AddAlias(ReadOnlySpan<byte> text, int start, int end, int parent)
    {
        if (++_aliases > limits.Aliases)
            throw new BudgetExceededException(start, $"The file has more than {limits.Aliases} aliases.");
        var index = Add(YamlKind.Alias, YamlStyle.Plain, start, end, parent);
        _nodes[index].Link = _anchors?.Find(text, text[(start + 1)..end]) ?? -1;
        if (_nodes[index].Link < 0)
            (_undefinedAliases ??= []).Add(new ByteSpan(start, end));
        return index;
    }

    /// <summary>Gives a node its anchor and tag.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetProperties(int index, NodeProperties properties)
    {
        if (properties.IsEmpty)
            return;
        _properties ??= [];
        _nodes[index].Properties = _properties.Count;
        _properties.Add(properties);
    }

    /// <summary>Closes a collection: all nodes since its own are below it.</summary>
    public void Close(int index, int end)
    {
        ref var node = ref _nodes[index];
        node.Link = Count;
        node.End = end;
        if (node.Parent >= 0)
            _nodes[node.Parent].End = end;
    }

    /// <summary>
    /// Puts a mapping in the place of the last complete node, which becomes its first key: that it is one shows only at the
    /// colon after it. A key is short (YAML 1.2.2, 7.4.2), so that little moves.
    /// </summary>
    /// <param name="index">The key's index, which the mapping gets.</param>
    /// <param name="style">The mapping's style.</param>
    /// <param name="start">Where the mapping begins.</param>
    /// <param name="anchorsBefore">How many anchors there were before those of the key.</param>
    public void Wrap(int index, YamlStyle style, int start, int anchorsBefore)
    {
        var parent = _nodes[index].Parent;
        var end = _nodes[index].End;
        Add(YamlKind.Scalar, YamlStyle.Plain, start, end, parent);
        Array.Copy(_nodes, index, _nodes, index + 1, Count - index - 1);
        _nodes[index] = new NodeData(YamlKind.Mapping, style, start, end, parent);
        _nodes[index + 1].Parent = index - 1;
        for (var i = index + 1; i < Count; i++)
        {
            ref var node = ref _nodes[i];
            node.Parent++;
            if (node.IsCollection || (node.Kind == YamlKind.Alias && node.Link >= index))
                node.Link++;
        }

        _anchors?.Shift(index, anchorsBefore);
    }

    /// <summary>Forgets the nodes from an index on: those of a document that turned out not to be YAML.</summary>
    public void Truncate(int count) => Count = count;

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => Return(_nodes);

    private void Grow(int offset)
    {
        if (_nodes.Length >= limits.Nodes)
            throw new BudgetExceededException(offset, $"The file has more than {limits.Nodes} nodes.");
        var larger = ArrayPool<NodeData>.Shared.Rent((int)Math.Min(_nodes.Length * 2L, Array.MaxLength));
        _nodes.AsSpan(0, Count).CopyTo(larger);
        Return(_nodes);
        _nodes = larger;
    }

    private static void Return(NodeData[] nodes)
    {
        if (nodes.Length <= LargestPooled)
            ArrayPool<NodeData>.Shared.Return(nodes);
    }
}
