namespace GitOpsTasks.Yaml;

/// <summary>A node of a <see cref="YamlFile"/>: a light handle, compared by place in the file.</summary>
public readonly record struct YamlNode
{
    private readonly int _index;

    internal YamlNode(YamlFile file, int index)
    {
        File = file;
        _index = index;
    }

    /// <summary>The file the node is in.</summary>
    public YamlFile File { get; }

    /// <summary>What the node is.</summary>
    public YamlKind Kind => Data.Kind;

    /// <summary>How it is written.</summary>
    public YamlStyle Style => Data.Style;

    /// <summary>The bytes of the node itself, quotes or brackets included, anchor and tag excluded.</summary>
    public ByteSpan Span => Data.Span;

    /// <summary>The text of a scalar, the anchor's name for an alias, empty otherwise.</summary>
    public string Value => Data.Value;

    /// <summary>The anchor without <c>&amp;</c>; null where there is none.</summary>
    public string? Anchor => Data.Anchor;

    /// <summary>The tag as resolved by the parser; null where there is none.</summary>
    public string? Tag => Data.Tag;

    /// <summary>Whether it is a mapping.</summary>
    public bool IsMapping => Kind == YamlKind.Mapping;

    /// <summary>Whether it is a sequence.</summary>
    public bool IsSequence => Kind == YamlKind.Sequence;

    /// <summary>Whether it is a scalar.</summary>
    public bool IsScalar => Kind == YamlKind.Scalar;

    /// <summary>Whether it is a scalar that YAML reads as null: nothing, <c>~</c> or <c>null</c> without quotes.</summary>
    public bool IsNull => IsScalar && Style == YamlStyle.Plain && PlainScalar.IsNull(Value);

    /// <summary>Line and column of the node.</summary>
    public Contracts.SourcePlace Place => File.PlaceOf(Span);

    /// <summary>The mapping or sequence around it; null for the root of a document.</summary>
    public YamlNode? Parent => Data.Parent < 0 ? null : new YamlNode(File, Data.Parent);

    /// <summary>The anchored node of an alias, the node itself otherwise.</summary>
    public YamlNode Resolved => Kind == YamlKind.Alias && Data.Target >= 0 ? new YamlNode(File, Data.Target) : this;

    /// <summary>The items of a sequence; empty for other kinds.</summary>
    public IEnumerable<YamlNode> Items
    {
        get
        {
            if (!IsSequence)
                yield break;
            foreach (var child in Children)
                yield return child;
        }
    }

    /// <summary>The keys and values of a mapping in the order written; empty for other kinds.</summary>
    public IEnumerable<YamlPair> Pairs
    {
        get
        {
            if (!IsMapping)
                yield break;
            YamlNode? key = null;
            foreach (var child in Children)
            {
                if (key is { } pending)
                {
                    yield return new YamlPair(pending, child);
                    key = null;
                }
                else
                {
                    key = child;
                }
            }
        }
    }

    internal int Index => _index;

    internal int PropertiesStart => Data.PropertiesStart;

    internal int NextIndex => Data.Next;

    internal IEnumerable<YamlNode> Children
    {
        get
        {
            for (var child = _index + 1; child < Data.Next; child = File.Nodes[child].Next)
                yield return new YamlNode(File, child);
        }
    }

    private ref readonly NodeData Data => ref File.Nodes[_index];

    /// <summary>The pair with a key; null where the node is no mapping or has no such key. The first of duplicates.</summary>
    public YamlPair? Find(string key)
    {
        foreach (var pair in Pairs)
        {
            if (pair.Key.IsScalar && pair.Key.Value == key)
                return pair;
        }

        return null;
    }

    /// <summary>The value of a key, through an alias; null where there is none.</summary>
    public YamlNode? this[string key] => Find(key)?.Value.Resolved;

    /// <summary>The text of a scalar below a key; null where there is none, or it is not a scalar.</summary>
    public string? Text(string key) => this[key] is { IsScalar: true } node ? node.Value : null;
}
