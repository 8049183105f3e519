namespace GitOpsTasks.Build.Archives.Compression;

/// <summary>The head of a block with codes of its own: the lengths of the codes, themselves coded (RFC 1951, 3.2.7).</summary>
internal sealed class CodeLengths(BitOutput output)
{
    private const int Repeat = 16;
    private const int ShortRun = 17;
    private const int LongRun = 18;
    private const int FewestLiterals = 257;
    private static readonly int[] Order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    private static readonly int[] MoreBits = [2, 3, 7];
    private readonly HuffmanCode _code = new(Order.Length, 7);
    private readonly int[] _counts = new int[Order.Length];
    private readonly List<(int Symbol, int More)> _runs = [];
    private int _literals;
    private int _distances;
    private int _written;

    /// <summary>Works out how lengths are written.</summary>
    /// <returns>How many bits it takes.</returns>
    public long Prepare(ReadOnlySpan<byte> literals, ReadOnlySpan<byte> distances)
    {
        _literals = Math.Max(FewestLiterals, literals.LastIndexOfAnyExcept((byte)0) + 1);
        _distances = Math.Max(1, distances.LastIndexOfAnyExcept((byte)0) + 1);
        Span<byte> all = stackalloc byte[_literals + _distances];
        literals[.._literals].CopyTo(all);
        distances[.._distances].CopyTo(all[_literals..]);
        _runs.Clear();
        Array.Clear(_counts);
        while (all.Length > 0)
            all = all[Take(all)..];
        _code.Build(_counts);
        _written = Order.Length;
        while (_written > 4 && _code.Lengths[Order[_written - 1]] == 0)
            _written--;
        long bits = 3 + 14 + (3 * _written);
        foreach (var (symbol, _) in _runs)
            bits += _code.Lengths[symbol] + (symbol >= Repeat ? MoreBits[symbol - Repeat] : 0);
        return bits;
    }

    /// <summary>Writes them.</summary>
    public void Write()
    {
        output.Write((uint)(_literals - FewestLiterals), 5);
        output.Write((uint)(_distances - 1), 5);
        output.Write((uint)(_written - 4), 4);
        foreach (var symbol in Order.AsSpan(0, _written))
            output.Write(_code.Lengths[symbol], 3);
        foreach (var (symbol, more) in _runs)
        {
            _code.Write(output, symbol);
            if (symbol >= Repeat)
                output.Write((uint)more, MoreBits[symbol - Repeat]);
        }
    }

    private int Take(ReadOnlySpan<byte> lengths)
    {
        var first = lengths[0];
        var run = lengths.IndexOfAnyExcept(first) is var end and >= 0 ? end : lengths.Length;
        if (first == 0 && run >= 3)
            return run > 10 ? Add(LongRun, 11, Math.Min(run, 138)) : Add(ShortRun, 3, run);
        Add(first, 1, 1);
        if (run <= 3)
            return 1;
        return 1 + Add(Repeat, 3, Math.Min(run - 1, 6));
    }

    private int Add(int symbol, int shortest, int run)
    {
        _runs.Add((symbol, run - shortest));
        _counts[symbol]++;
        return run;
    }
}
