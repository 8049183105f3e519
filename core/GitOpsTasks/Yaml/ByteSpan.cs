namespace GitOpsTasks.Yaml;

/// <summary>A range of bytes in the original file, byte order mark included in the count.</summary>
/// <param name="Start">Offset of the first byte.</param>
/// <param name="End">Offset after the last byte.</param>
public readonly record struct ByteSpan(int Start, int End)
{
    /// <summary>How many bytes it holds.</summary>
    public int Length => End - Start;
}
