using System.Buffers.Binary;
using System.Numerics;

namespace GitOpsTasks.Build.Archives.Compression;

/// <summary>
/// Compresses a piece of a stream by itself, after RFC 1951. Every machine and every version of the runtime makes the same
/// bytes of the same piece: nothing of the platform's zlib is used, whose bytes change with its version and processor.
/// </summary>
internal sealed class DeflateChunk
{
    /// <summary>The longest piece.</summary>
    public const int Largest = 1 << 20;

    private const int Window = 1 << 15;
    private const int HashBits = 15;
    private const int Shortest = 4;
    private const int MostLooks = 4;
    private const int GoodLength = 32;
    private const int PatienceBits = 5;
    private static readonly byte[] EmptyStored = [0, 0, 255, 255];
    private readonly int[] _heads = new int[1 << HashBits];
    private readonly int[] _previous = new int[Window];
    private readonly BitOutput _output;
    private readonly DeflateBlock _block;

    public DeflateChunk()
    {
        // A piece that cannot be made smaller is stored; each block may add some bytes.
        Output = new byte[Largest + (Largest >> 4) + 1024];
        _output = new BitOutput(Output);
        _block = new DeflateBlock(_output);
    }

    /// <summary>The compressed piece is at its start.</summary>
    public byte[] Output { get; }

    /// <summary>Compresses a piece. It ends on a byte, with a block that is not the last.</summary>
    /// <returns>How many bytes of <see cref="Output"/> it is.</returns>
    public int Compress(ReadOnlySpan<byte> input)
    {
        Array.Clear(_heads);
        _output.Reset();
        var (begin, position, misses) = (0, 0, 0);
        var lastStart = input.Length - Shortest;
        while (position < input.Length)
        {
            if (position <= lastStart && Find(input, position) is { Length: >= Shortest } match)
            {
                _block.AddRepetition(match.Length, match.Distance);
                Remember(input, position + 1, Math.Min(position + match.Length, lastStart + 1));
                position += match.Length;
                misses = 0;
            }
            else
            {
                position = AddLiterals(input, position, 1 + (misses++ >> PatienceBits));
            }

            if (!_block.IsFull)
                continue;
            _block.Flush(input[begin..position]);
            begin = position;
        }

        _block.Flush(input[begin..]);
        _output.Write(0, 3);
        _output.Align();
        _output.Write(EmptyStored);
        return _output.Length;
    }

    // Where nothing repeats for long, fewer places are looked at.
    private int AddLiterals(ReadOnlySpan<byte> input, int position, int count)
    {
        var end = Math.Min(position + count, input.Length);
        while (position < end && !_block.IsFull)
            _block.AddLiteral(input[position++]);
        return position;
    }

    private (int Length, int Distance) Find(ReadOnlySpan<byte> input, int position)
    {
        ref var head = ref _heads[Hash(input, position)];
        var candidate = head - 1;
        _previous[position & (Window - 1)] = head;
        head = position + 1;
        if (candidate < 0)
            return default;
        var longest = Math.Min(DeflateSymbols.LongestLength, input.Length - position);
        var here = input.Slice(position, longest);
        var (best, distance) = (Shortest - 1, 0);
        for (var looks = 0; candidate >= 0 && position - candidate <= Window && looks < MostLooks && best < longest; looks++)
        {
            if (input[candidate + best] == here[best])
            {
                var length = Common(here, input.Slice(candidate, longest));
                if (length > best)
                    (best, distance) = (length, position - candidate);
                if (best >= GoodLength)
                    break;
            }

            var next = _previous[candidate & (Window - 1)] - 1;
            if (next >= candidate)
                break;
            candidate = next;
        }

        return distance == 0 ? default : (best, distance);
    }

    // Most repetitions are short: what is longer than eight bytes is left to the library's vectors.
    private static int Common(ReadOnlySpan<byte> here, ReadOnlySpan<byte> there)
    {
        if (here.Length < sizeof(ulong))
            return here.CommonPrefixLength(there);
        var differing = BinaryPrimitives.ReadUInt64LittleEndian(here) ^ BinaryPrimitives.ReadUInt64LittleEndian(there);
        return differing != 0
            ? BitOperations.TrailingZeroCount(differing) / 8
            : sizeof(ulong) + here[sizeof(ulong)..].CommonPrefixLength(there[sizeof(ulong)..]);
    }

    private void Remember(ReadOnlySpan<byte> input, int from, int to)
    {
        var step = to - from > GoodLength ? 4 : 1;
        for (var position = from; position < to; position += step)
        {
            ref var head = ref _heads[Hash(input, position)];
            _previous[position & (Window - 1)] = head;
            head = position + 1;
        }
    }

    private static int Hash(ReadOnlySpan<byte> input, int position) =>
        (int)((BinaryPrimitives.ReadUInt32LittleEndian(input[position..]) * 2654435761u) >> (32 - HashBits));
}
