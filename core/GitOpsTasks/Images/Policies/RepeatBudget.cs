namespace GitOpsTasks.Images.Policies;

/// <summary>
/// Bounds how large a pattern with counted repeats becomes: as in RE2, nested counts multiply to at most 1000; all together
/// come to at most 10,000.
/// </summary>
internal sealed class RepeatBudget
{
    private const int MostNested = 1000;
    private const int MostInAll = 10_000;
    private readonly Stack<long> _outer = [];
    private long _inside = 1;
    private long _last = 1;
    private long _total;

    /// <summary>Something that can be repeated begins.</summary>
    public void Atom() => _last = 1;

    /// <summary>A group begins.</summary>
    public void Open()
    {
        _outer.Push(_inside);
        _inside = 1;
        _last = 1;
    }

    /// <summary>A group ends.</summary>
    public void Close()
    {
        _last = _inside;
        _inside = Math.Max(_inside, _outer.Count > 0 ? _outer.Pop() : 1);
    }

    /// <summary>What came last is repeated.</summary>
    /// <exception cref="FormatException">So often that the pattern grows too large.</exception>
    public void Repeat(int times)
    {
        _last *= Math.Max(times, 1);
        _inside = Math.Max(_inside, _last);
        _total += _last;
        if (_last > MostNested || _total > MostInAll)
            throw new FormatException("its counted repeats come to too much; counts that are nested multiply to at most 1000");
    }
}
