namespace GitOpsTasks.Yaml;

/// <summary>One intended change of a tree.</summary>
/// <param name="Node">The node the change is about.</param>
internal abstract record YamlEdit(YamlNode Node)
{
    /// <summary>A scalar gets another text.</summary>
    internal sealed record Replace(YamlNode Node, string Text) : YamlEdit(Node);

    /// <summary>A mapping gets a key after one of its pairs, or at its end.</summary>
    internal sealed record InsertKey(YamlNode Node, string Key, YamlValue Value, YamlPair? After) : YamlEdit(Node);

    /// <summary>A sequence gets an item at its end.</summary>
    internal sealed record InsertItem(YamlNode Node, YamlValue Item) : YamlEdit(Node);

    /// <summary>A pair of a mapping, named by its key, or an item of a sequence goes.</summary>
    internal sealed record Remove(YamlNode Node) : YamlEdit(Node);
}
