namespace GitOpsTasks.Yaml;

/// <summary>One intended change of a tree.</summary>
/// <param name="Node">The node the change is about.</param>
internal abstract record YamlEdit(YamlNode Node)
{
    /// <summary>A scalar gets another text, or a number, boolean or null.</summary>
    internal sealed record Replace(YamlNode Node, YamlValue Value) : YamlEdit(Node);

    /// <summary>Something new in a mapping or sequence.</summary>
    internal abstract record Insert(YamlNode Node) : YamlEdit(Node)
    {
        /// <summary>The key or item it comes after; null for the end.</summary>
        public abstract YamlNode? AfterMember { get; }
    }

    /// <summary>A mapping gets a key after one of its pairs, or at its end.</summary>
    internal sealed record InsertKey(YamlNode Node, string Key, YamlValue Value, YamlPair? After) : Insert(Node)
    {
        public override YamlNode? AfterMember => After?.Key;
    }

    /// <summary>A sequence gets an item after one of its items, or at its end.</summary>
    internal sealed record InsertItem(YamlNode Node, YamlValue Item, YamlNode? After) : Insert(Node)
    {
        public override YamlNode? AfterMember => After;
    }

    /// <summary>A pair of a mapping, named by its key, or an item of a sequence goes.</summary>
    internal sealed record Remove(YamlNode Node) : YamlEdit(Node);

    /// <summary>The YAML that a scalar holds is edited.</summary>
    internal sealed record Inside(YamlNode Node, NestedText Text, YamlEditor Editor) : YamlEdit(Node);

    /// <summary>The edit of the YAML that a scalar holds, worked out.</summary>
    internal sealed record Nested(YamlNode Node, NestedText Text, SpliceList Splices, byte[] Result) : YamlEdit(Node);
}
