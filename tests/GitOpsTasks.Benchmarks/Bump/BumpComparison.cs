using GitOpsTasks.Parts;

namespace GitOpsTasks.Benchmarks.Bump;

/// <summary>Times and bytes of both ways, taken in turns, so that a busy machine slows both.</summary>
/// <param name="name">What is special about it.</param>
internal sealed class BumpComparison(string name)
{
    private const int Runs = 7;

    /// <summary>Of <c>gitops bump</c>.</summary>
    public Series Ours { get; } = new("gitops bump");

    /// <summary>Of clone, edit, commit and push.</summary>
    public Series Today { get; } = new("clone, edit, commit, push");

    /// <summary>How many times as fast ours is.</summary>
    public double Ratio => Today.Median / Ours.Median;

    /// <summary>Bytes from the server, of the last run of each.</summary>
    public (long Ours, long Today) Received { get; private set; }

    /// <summary>Measures; one run of each to warm up is not counted.</summary>
    public async Task MeasureAsync(BumpWays ways, BumpPlace place, TextWriter output)
    {
        for (var run = -1; run < Runs; run++)
        {
            var (ours, received) = await CountedAsync(place.Proxy, () => ways.OursAsync(place));
            var (today, receivedToday) = await CountedAsync(place.Proxy, () => ways.TodaysAsync(place));
            Received = (received, receivedToday);
            if (run < 0)
                continue;
            Ours.Add(ours);
            Today.Add(today);
        }

        output.WriteLine(name);
        foreach (var series in (Series[])[Ours, Today])
            output.WriteLine($"  {series.Name,-28}{series.Median,9:0} ms   10 % {series.Low,7:0}   90 % {series.High,7:0}");
        output.WriteLine($"  {"ratio",-28}{Ratio,9:0.0}");
        if (place.Proxy is not null)
            output.WriteLine($"  {"bytes received",-28}{Received.Ours,9:N0} against {Received.Today:N0}");
    }

    private static async Task<(TimeSpan Took, long Received)> CountedAsync(DelayingProxy? proxy, Func<Task<TimeSpan>> way)
    {
        proxy?.Reset();
        var took = await way();
        return (took, proxy?.Received ?? 0);
    }
}
