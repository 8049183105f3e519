using System.Diagnostics;

namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>A way to read files, with what it took.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Files">What it reads each round.</param>
/// <param name="Read">Reads all of them.</param>
internal sealed record Subject(string Name, byte[][] Files, Action<byte[][]> Read)
{
    private readonly Series _times = new(Name);
    private readonly Series _processorTimes = new(Name);
    private readonly long _bytes = Files.Sum(file => (long)file.Length);

    /// <summary>Megabytes (of a million bytes) a second in the round least disturbed by other programs.</summary>
    public double Best => _bytes / 1e3 / _times.Least;

    /// <summary>Megabytes (of a million bytes) a second in half of the rounds.</summary>
    public double Median => _bytes / 1e3 / _times.Median;

    /// <summary>Megabytes for a second that processors worked, the collector's included: whatever else the machine does.</summary>
    public double BestOfProcessor => _bytes / 1e3 / _processorTimes.Least;

    /// <summary>Bytes allocated for a byte read.</summary>
    public double Allocated { get; private set; }

    /// <summary>Reads a part of the files until the code is compiled for what it does.</summary>
    public void WarmUp(TimeSpan time)
    {
        var some = Files.Where((_, i) => i % 16 == 0).ToArray();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time;)
            Read(some);
    }

    /// <summary>One round.</summary>
    public void Measure()
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var worked = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        Read(Files);
        _times.Add(clock.Elapsed);
        _processorTimes.Add(Environment.CpuUsage.TotalTime - worked);
        Allocated = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)_bytes;
    }
}
