namespace GitOpsTasks.Yaml.Parsing;

/// <summary>The anchors of a stream: which node a name stands for at the moment, document by document.</summary>
internal sealed class AnchorTable
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<int, int> _lastByHash = [];
    private int _document;

    /// <summary>How many anchors were seen.</summary>
    public int Count => _entries.Count;

    /// <summary>Begins a document: the anchors of the ones before are gone.</summary>
    public void StartDocument() => _document++;

    /// <summary>Lets a name stand for a node, from now on.</summary>
    public void Define(ReadOnlySpan<byte> text, ByteSpan name, int node)
    {
        var hash = HashOf(text[name.Start..name.End]);
        var previous = _lastByHash.GetValueOrDefault(hash, -1);
        _lastByHash[hash] = _entries.Count;
        _entries.Add(new Entry(name, node, previous));
    }

    /// <summary>The node a name stands for; -1 where it stands for none.</summary>
    public int Find(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        for (var at = _lastByHash.GetValueOrDefault(HashOf(name), -1); at >= 0; at = _entries[at].Previous)
        {
            var entry = _entries[at];
            if (text[entry.Name.Start..entry.Name.End].SequenceEqual(name))
                return entry.Node;
        }

        return -1;
    }

    /// <summary>Follows nodes that moved up by one: those from an index on that were anchored since a count.</summary>
    public void Shift(int fromNode, int sinceEntry)
    {
        for (var i = sinceEntry; i < _entries.Count; i++)
        {
            if (_entries[i].Node >= fromNode)
                _entries[i] = _entries[i] with { Node = _entries[i].Node + 1 };
        }
    }

    // Random per process, so that nobody can choose names that collide; of the document, so that nothing need be cleared.
    private int HashOf(ReadOnlySpan<byte> name)
    {
        var hash = new HashCode();
        hash.Add(_document);
        hash.AddBytes(name);
        return hash.ToHashCode();
    }

    private readonly record struct Entry(ByteSpan Name, int Node, int Previous);
}
