namespace GitOpsTasks.Yaml.Parsing;

/// <summary>The line that opens a block scalar (YAML 1.2.2, 8.1.1).</summary>
/// <param name="IsFolded">Whether it is <c>&gt;</c> rather than <c>|</c>.</param>
/// <param name="Chomping"><c>-</c>, <c>+</c>, or 0 for neither.</param>
/// <param name="Indent">The indentation it gives, 1 to 9; 0 where the content shows it.</param>
/// <param name="End">Offset after the indicators.</param>
internal readonly record struct BlockHeader(bool IsFolded, byte Chomping, int Indent, int End)
{
    /// <summary>Reads the indicators at an offset.</summary>
    public static BlockHeader Read(ReadOnlySpan<byte> text, int at)
    {
        var isFolded = text[at++] == '>';
        byte chomping = 0;
        var indent = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] is (byte)'-' or (byte)'+' && chomping == 0)
                chomping = text[at];
            else if (text[at] is >= (byte)'1' and <= (byte)'9' && indent == 0)
                indent = text[at] - '0';
            else
                break;
        }

        return new BlockHeader(isFolded, chomping, indent, at);
    }
}
