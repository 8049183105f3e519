namespace GitOpsTasks.Benchmarks.Storm;

/// <summary>What is demanded, what was measured, and whether it holds.</summary>
internal sealed class LimitTable(TextWriter output)
{
    private readonly List<(string What, string Demanded, string Measured, bool Holds)> _rows = [];

    /// <summary>Whether every row holds.</summary>
    public bool Holds => _rows.TrueForAll(row => row.Holds);

    public void Add(string what, string demanded, string measured, bool holds) => _rows.Add((what, demanded, measured, holds));

    public void Print()
    {
        output.WriteLine($"{"",-40}{"demanded",-12}{"measured",-12}holds");
        foreach (var (what, demanded, measured, holds) in _rows)
            output.WriteLine($"{what,-40}{demanded,-12}{measured,-12}{(holds ? "yes" : "NO")}");
        output.WriteLine();
    }
}
