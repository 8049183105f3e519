namespace GitOpsTasks.Build.Archives.Compression;

/// <summary>
/// Compresses a piece of a stream by itself, after RFC 1951: fast before small, about as <c>gzip -1</c>. Every machine and every
/// version of the runtime makes the same bytes of the same piece: nothing of the platform's zlib is used, whose bytes change with
/// its version and processor.
/// </summary>
internal sealed class DeflateChunk
{
    /// <summary>The longest piece.</summary>
    public const int Largest = 1 << 20;

    private const int PatienceBits = 5;
    private static readonly byte[] EmptyStored = [0, 0, 255, 255];
    private readonly RepetitionSearch _search = new();
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
        _search.Reset();
        _output.Reset();
        var (begin, position, misses) = (0, 0, 0);
        while (position < input.Length)
        {
            if (_search.Find(input, position) is { Length: > 0 } match)
            {
                _block.AddRepetition(match.Length, match.Distance);
                _search.Remember(input, position, match.Length);
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
}
