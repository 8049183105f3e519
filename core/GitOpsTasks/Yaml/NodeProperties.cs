using System.Runtime.CompilerServices;
using GitOpsTasks.Yaml.Parsing;

namespace GitOpsTasks.Yaml;

/// <summary>The anchor and the tag written before a node (YAML 1.2.2, 6.9); empty spans stand for what is not there.</summary>
internal readonly record struct NodeProperties(ByteSpan Anchor, ByteSpan Tag)
{
    public bool IsEmpty { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => (Anchor.Start ^ Anchor.End | Tag.Start ^ Tag.End) == 0; }

    /// <summary>Offset of the first byte of the first of them.</summary>
    public int Start => Anchor.Length == 0 ? Tag.Start : Tag.Length == 0 ? Anchor.Start : Math.Min(Anchor.Start, Tag.Start);

    /// <summary>Offset after the last byte of the last of them.</summary>
    public int End => Math.Max(Anchor.End, Tag.End);

    /// <summary>These and those of a later line, which belong to the same node.</summary>
    /// <exception cref="SyntaxErrorException">Both have an anchor, or both a tag.</exception>
    public NodeProperties And(NodeProperties inner)
    {
        if (IsEmpty || inner.IsEmpty)
            return IsEmpty ? inner : this;
        if (Anchor.Length > 0 && inner.Anchor.Length > 0)
            throw new SyntaxErrorException(inner.Anchor.Start, "A node has one anchor, and this is its second.");
        if (Tag.Length > 0 && inner.Tag.Length > 0)
            throw new SyntaxErrorException(inner.Tag.Start, "A node has one tag, and this is its second.");
        return Anchor.Length > 0 ? this with { Tag = inner.Tag } : this with { Anchor = inner.Anchor };
    }
}
