namespace GitOpsTasks.Yaml;

/// <summary>One node of a file's tree, in document order; <see cref="YamlNode"/> is the handle to it.</summary>
internal struct NodeData
{
    public YamlKind Kind;
    public YamlStyle Style;

    /// <summary>Where anchor or tag begin; the same as the span's start where there is none.</summary>
    public int PropertiesStart;
    public ByteSpan Span;
    public string Value;
    public string? Anchor;
    public string? Tag;
    public int Parent;

    /// <summary>Index after the last node below this one.</summary>
    public int Next;

    /// <summary>For an alias: the anchored node, or -1.</summary>
    public int Target;
}
