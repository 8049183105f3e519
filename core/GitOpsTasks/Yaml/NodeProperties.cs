using System.Runtime.CompilerServices;

namespace GitOpsTasks.Yaml;

/// <summary>The anchor and the tag written before a node (YAML 1.2.2, 6.9); empty spans stand for what is not there.</summary>
internal readonly record struct NodeProperties(ByteSpan Anchor, ByteSpan Tag)
{
    public bool IsEmpty { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => (Anchor.Start ^ Anchor.End | Tag.Start ^ Tag.End) == 0; }

    /// <summary>Offset of the first byte of the first of them.</summary>
    public int Start => Anchor.Length == 0 ? Tag.Start : Tag.Length == 0 ? Anchor.Start : Math.Min(Anchor.Start, Tag.Start);

    /// <summary>Offset after the last byte of the last of them.</summary>
    public int End => Math.Max(Anchor.End, Tag.End);
}
