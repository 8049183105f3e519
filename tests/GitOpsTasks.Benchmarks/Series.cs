namespace GitOpsTasks.Benchmarks;

/// <summary>Times measured of one thing.</summary>
internal sealed class Series(string name)
{
    private readonly List<double> _milliseconds = [];

    public string Name { get; } = name;

    /// <summary>Half of the times are below it, in milliseconds.</summary>
    public double Median => Quantile(0.5);

    /// <summary>The time one tenth of all are below, in milliseconds.</summary>
    public double Low => Quantile(0.1);

    /// <summary>The time nine tenths of all are below, in milliseconds.</summary>
    public double High => Quantile(0.9);

    /// <summary>The shortest time, in milliseconds.</summary>
    public double Least => _milliseconds.Min();

    /// <summary>The time a share of all are below, in milliseconds.</summary>
    public double At(double share) => Quantile(share);

    public void Add(TimeSpan time) => _milliseconds.Add(time.TotalMilliseconds);

    private double Quantile(double share)
    {
        var sorted = _milliseconds.Order().ToList();
        var place = share * (sorted.Count - 1);
        var (below, above) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
        return below + ((above - below) * (place - Math.Floor(place)));
    }
}
