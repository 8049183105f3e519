namespace GitOpsTasks.Yaml;

/// <summary>Bytes to be taken out and text to be put in their place.</summary>
/// <param name="Span">The bytes the edit owns; empty for an insertion.</param>
/// <param name="Text">What stands there afterwards.</param>
/// <param name="Node">Index of the node it is about: of insertions at one place, that into the innermost node comes first.</param>
internal readonly record struct Splice(ByteSpan Span, string Text, int Node = 0)
{
    /// <summary>Text put in, nothing taken out.</summary>
    public static Splice Insert(int offset, string text, YamlNode node) => new(new ByteSpan(offset, offset), text, node.Index);

    /// <summary>Bytes taken out.</summary>
    public static Splice Delete(int start, int end, YamlNode node) => new(new ByteSpan(start, end), "", node.Index);
}
