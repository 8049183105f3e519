namespace GitOpsTasks.Build.Archives.Compression;

/// <summary>A canonical Huffman code as RFC 1951 defines it: short codes for what is frequent.</summary>
/// <param name="symbols">How many symbols there are.</param>
/// <param name="longest">The most bits a code may have.</param>
internal sealed class HuffmanCode(int symbols, int longest)
{
    private const int SymbolBits = 16;
    private readonly byte[] _lengths = new byte[symbols];
    private readonly (ushort Code, ushort Length)[] _codes = new (ushort, ushort)[symbols];
    private readonly long[] _leaves = new long[symbols];
    private readonly long[] _weights = new long[2 * symbols];
    private readonly int[] _parents = new int[2 * symbols];

    /// <summary>The bits of each symbol's code; 0 for those that do not occur.</summary>
    public ReadOnlySpan<byte> Lengths => _lengths;

    /// <summary>Makes the code for symbols that occur so many times. The counts are made such that two at least occur.</summary>
    public void Build(Span<int> counts)
    {
        // One code alone would be of no bits, which some readers refuse.
        for (var symbol = 0; symbol < 2; symbol++)
            counts[symbol] += counts[symbol] == 0 ? 1 : 0;
        for (var halvings = 0; !TryAssignLengths(counts, halvings); halvings++)
        {
        }

        AssignCodes();
    }

    /// <summary>Writes the code of a symbol.</summary>
    public void Write(BitOutput output, int symbol)
    {
        var (code, length) = _codes[symbol];
        output.Write(code, length);
    }

    // Where codes get too long, counts are halved until they differ less.
    private bool TryAssignLengths(ReadOnlySpan<int> counts, int halvings)
    {
        var leaves = 0;
        for (var symbol = 0; symbol < counts.Length; symbol++)
        {
            if (counts[symbol] > 0)
                _leaves[leaves++] = ((long)Math.Max(1, counts[symbol] >> halvings) << SymbolBits) | (uint)symbol;
        }

        Array.Sort(_leaves, 0, leaves);
        Array.Clear(_lengths);
        var root = Join(leaves);
        for (var node = root; node >= 0; node--)
        {
            var depth = node == root ? 0 : (int)_weights[_parents[node]] + 1;
            _weights[node] = depth;
            if (node >= leaves)
                continue;
            if (depth > longest)
                return false;
            _lengths[_leaves[node] & ushort.MaxValue] = (byte)depth;
        }

        return true;
    }

    // Joins the two lightest until one is left; joined ones come up in the order of their weights by themselves.
    private int Join(int leaves)
    {
        for (var i = 0; i < leaves; i++)
            _weights[i] = _leaves[i] >> SymbolBits;
        var (leaf, inner, next) = (0, leaves, leaves);
        for (; next < (2 * leaves) - 1; next++)
        {
            _weights[next] = 0;
            for (var child = 0; child < 2; child++)
            {
                var lightest = leaf < leaves && (inner >= next || _weights[leaf] <= _weights[inner]) ? leaf++ : inner++;
                _weights[next] += _weights[lightest];
                _parents[lightest] = next;
            }
        }

        return next - 1;
    }

    private void AssignCodes()
    {
        Span<int> next = stackalloc int[SymbolBits];
        foreach (var length in _lengths)
            next[length]++;
        next[0] = 0;
        for (var (length, code) = (1, 0); length < next.Length; length++)
        {
            var first = code;
            code = (code + next[length]) << 1;
            next[length] = first;
        }

        for (var symbol = 0; symbol < _lengths.Length; symbol++)
        {
            if (_lengths[symbol] is > 0 and var length)
                _codes[symbol] = (Reverse(next[length]++, length), length);
        }
    }

    private static ushort Reverse(int code, int length)
    {
        var reversed = 0;
        for (var bit = 0; bit < length; bit++)
            reversed = (reversed << 1) | ((code >> bit) & 1);
        return (ushort)reversed;
    }
}
