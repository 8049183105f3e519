namespace GitOpsTasks.Git;

/// <summary>A canonical prefix code of DEFLATE (RFC 1951, 3.2.2), read bit by bit.</summary>
internal sealed class HuffmanCode
{
    private const int LongestCode = 15;

    private readonly int[] _counts = new int[LongestCode + 1];
    private readonly int[] _symbols;

    /// <summary>The code in which each symbol has a code of the given length; 0 for a symbol that does not occur.</summary>
    public HuffmanCode(ReadOnlySpan<byte> lengths)
    {
        foreach (var length in lengths)
            _counts[length]++;
        _counts[0] = 0;
        var next = new int[LongestCode + 2];
        for (var length = 1; length <= LongestCode; length++)
            next[length + 1] = next[length] + _counts[length];
        _symbols = new int[lengths.Length];
        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            if (lengths[symbol] > 0)
                _symbols[next[lengths[symbol]]++] = symbol;
        }
    }

    /// <summary>The next symbol.</summary>
    /// <exception cref="InvalidDataException">No symbol has this code.</exception>
    public int Read(ref BitReader bits)
    {
        var (code, first, index) = (0, 0, 0);
        for (var length = 1; length <= LongestCode; length++)
        {
            code |= bits.Take(1);
            var count = _counts[length];
            if (code - count < first)
                return _symbols[index + (code - first)];
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }

        throw new InvalidDataException("A code that is not defined.");
    }
}
