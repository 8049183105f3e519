using System.Buffers.Binary;

namespace GitOpsTasks.Build.Archives.Compression;

/// <summary>Collects literals and repetitions and writes them as one block, with a code of its own or as they are.</summary>
/// <param name="output">Takes the block.</param>
internal sealed class DeflateBlock(BitOutput output)
{
    private const int Capacity = 1 << 15;
    private const int LongestStored = ushort.MaxValue;
    private readonly uint[] _tokens = new uint[Capacity];
    private readonly int[] _literalCounts = new int[DeflateSymbols.Literals];
    private readonly int[] _distanceCounts = new int[DeflateSymbols.Distances];
    private readonly HuffmanCode _literals = new(DeflateSymbols.Literals, 15);
    private readonly HuffmanCode _distances = new(DeflateSymbols.Distances, 15);
    private readonly CodeLengths _lengths = new(output);
    private int _count;

    /// <summary>Whether it takes no more.</summary>
    public bool IsFull => _count == Capacity;

    /// <summary>Adds a byte.</summary>
    public void AddLiteral(byte value)
    {
        _tokens[_count++] = value;
        _literalCounts[value]++;
    }

    /// <summary>Adds a repetition of what was before.</summary>
    public void AddRepetition(int length, int distance)
    {
        _tokens[_count++] = ((uint)distance << 16) | (uint)length;
        _literalCounts[DeflateSymbols.OfLength(length).Symbol]++;
        _distanceCounts[DeflateSymbols.OfDistance(distance).Symbol]++;
    }

    /// <summary>Writes the block and begins the next; one of nothing is not written.</summary>
    /// <param name="content">All bytes that it stands for.</param>
    public void Flush(ReadOnlySpan<byte> content)
    {
        if (_count == 0)
            return;
        _literalCounts[DeflateSymbols.End]++;
        _literals.Build(_literalCounts);
        _distances.Build(_distanceCounts);
        if (_lengths.Prepare(_literals.Lengths, _distances.Lengths) + ContentBits() < 8L * (content.Length + 5))
            WriteTokens();
        else
            WriteStored(content);
        _count = 0;
        Array.Clear(_literalCounts);
        Array.Clear(_distanceCounts);
    }

    private long ContentBits()
    {
        long bits = 0;
        for (var symbol = 0; symbol < DeflateSymbols.Literals; symbol++)
            bits += (long)_literalCounts[symbol] * (_literals.Lengths[symbol] + DeflateSymbols.BitsOfLength(symbol));
        for (var symbol = 0; symbol < DeflateSymbols.Distances; symbol++)
            bits += (long)_distanceCounts[symbol] * (_distances.Lengths[symbol] + DeflateSymbols.BitsOfDistance(symbol));
        return bits;
    }

    private void WriteTokens()
    {
        output.Write(0b100, 3);
        _lengths.Write();
        foreach (var token in _tokens.AsSpan(0, _count))
        {
            if (token <= byte.MaxValue)
                _literals.Write(output, (int)token);
            else
                WriteRepetition((int)(token & ushort.MaxValue), (int)(token >> 16));
        }

        _literals.Write(output, DeflateSymbols.End);
    }

    private void WriteRepetition(int length, int distance)
    {
        var (symbol, bits, more) = DeflateSymbols.OfLength(length);
        _literals.Write(output, symbol);
        output.Write(more, bits);
        (symbol, bits, more) = DeflateSymbols.OfDistance(distance);
        _distances.Write(output, symbol);
        output.Write(more, bits);
    }

    private void WriteStored(ReadOnlySpan<byte> content)
    {
        Span<byte> head = stackalloc byte[4];
        while (content.Length > 0)
        {
            var part = content[..Math.Min(content.Length, LongestStored)];
            output.Write(0b000, 3);
            output.Align();
            BinaryPrimitives.WriteUInt16LittleEndian(head, (ushort)part.Length);
            BinaryPrimitives.WriteUInt16LittleEndian(head[2..], (ushort)~part.Length);
            output.Write(head);
            output.Write(part);
            content = content[part.Length..];
        }
    }
}
