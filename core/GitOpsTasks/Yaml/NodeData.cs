namespace GitOpsTasks.Yaml;

/// <summary>
/// One node of a file's tree: twenty bytes, in document order, in one array. <see cref="YamlNode"/> is the handle to it.
/// </summary>
internal struct NodeData
{
    private const int StyleShift = 2;
    private const uint VerbatimBit = 1 << 5;
    private const int PropertiesShift = 6;

    /// <summary>Offset of the first byte, after anchor and tag.</summary>
    public int Start;

    /// <summary>Offset after the last byte.</summary>
    public int End;

    /// <summary>Index of the collection around it; -1 for a root.</summary>
    public int Parent;

    /// <summary>
    /// For a collection: the index after the last node below it. For an alias: the anchored node, or -1. For a block scalar:
    /// the columns its content is indented by.
    /// </summary>
    public int Link;

    private uint _traits;

    public NodeData(YamlKind kind, YamlStyle style, int start, int end, int parent)
    {
        Start = start;
        End = end;
        Parent = parent;
        _traits = (uint)kind | ((uint)style << StyleShift);
    }

    public readonly YamlKind Kind => (YamlKind)(_traits & 3);

    public readonly YamlStyle Style => (YamlStyle)((_traits >> StyleShift) & 7);

    public readonly bool IsCollection => Kind is YamlKind.Mapping or YamlKind.Sequence;

    /// <summary>Whether a scalar's value is its bytes, or the bytes between its quotes: nothing is folded or escaped.</summary>
    public bool IsVerbatim
    {
        readonly get => (_traits & VerbatimBit) != 0;
        set => _traits = value ? _traits | VerbatimBit : _traits & ~VerbatimBit;
    }

    /// <summary>Index of its anchor and tag among the file's <see cref="NodeProperties"/>; -1 where it has neither.</summary>
    public int Properties
    {
        readonly get => (int)(_traits >> PropertiesShift) - 1;
        set => _traits = (_traits & ((1u << PropertiesShift) - 1)) | ((uint)(value + 1) << PropertiesShift);
    }
}
