namespace GitOpsTasks.Benchmarks.Promote;

/// <summary>The runs of one way to the pull request: times of all, requests and bytes of the last.</summary>
/// <param name="name">What it is.</param>
/// <param name="branch">The branch it makes.</param>
/// <param name="run">Runs it.</param>
internal sealed class PromoteRuns(string name, string branch, Func<Task<TimeSpan>> run)
{
    private readonly Series _wall = new(name);
    private (long Received, long Sent) _bytes;

    /// <summary>Whether it finds the pull request of the run before.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Half of the times are below it, in milliseconds.</summary>
    public double Median => _wall.Median;

    /// <summary>What the last run asked.</summary>
    public RequestKinds Requests { get; private set; } = new([]);

    /// <summary>Runs it once, and looks whether the promotion is there.</summary>
    public async Task RunAsync(PromotePlace place, bool isCounted)
    {
        await place.StartAsync(IsRepeated ? null : branch);
        var took = await run();
        (Requests, _bytes) = (place.Requests, place.Bytes);
        await place.CheckAsync(branch);
        if (isCounted)
            _wall.Add(took);
    }

    /// <summary>What the last run asked and moved.</summary>
    public void PrintRequests(TextWriter output)
    {
        output.WriteLine($"  {_wall.Name,-32}{Requests.All,4} requests, {_bytes.Received,11:N0} bytes received, {_bytes.Sent,9:N0} sent");
        output.WriteLine($"    {Requests}; {Requests.DistinctTrees} folders");
    }

    /// <summary>How long the runs took that were counted.</summary>
    public void PrintTimes(TextWriter output) =>
        output.WriteLine($"  {_wall.Name,-32}{_wall.Median,9:0} ms   10 % {_wall.Low,7:0}   90 % {_wall.High,7:0}");
}
