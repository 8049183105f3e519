using GitOpsTasks.Yaml;

namespace GitOpsTasks.Merge;

/// <summary>A scalar that says, alone or with others of its group, which image runs.</summary>
/// <param name="Group">What is decided together: tag and digest of one entry, or one scalar alone.</param>
/// <param name="Key">The key's node.</param>
/// <param name="Node">The scalar.</param>
internal sealed record ImageField(string Group, YamlNode Key, YamlNode Node)
{
    /// <summary>Its name in the group; empty for an item of a list.</summary>
    public string Name => Key == Node ? "" : Key.Value;

    /// <summary>The scalar's bytes, quotes included.</summary>
    public ReadOnlyMemory<byte> Raw => Node.File.Content[Node.Span.Start..Node.Span.End];

    /// <summary>The mapping it is in.</summary>
    public YamlNode Mapping => Node.Parent!.Value;
}
