using GitOpsTasks.Benchmarks.Yaml;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Benchmarks.Bump;

/// <summary>
/// One image bumped in a repository of 100,000 files over HTTP: <c>gitops</c>, published ReadyToRun, against shallow clone,
/// <c>kustomize edit set image</c>, commit and push.
/// </summary>
internal static class BumpBenchmark
{
    private const int Files = 100_000;
    private const int GrowthRuns = 7;

    private static readonly TimeSpan s_far = TimeSpan.FromMilliseconds(50);

    /// <param name="output">Where the figures go.</param>
    /// <param name="part"><c>disk</c>, <c>tmpfs</c>, <c>far</c> or <c>growth</c>; all of them where null.</param>
    /// <returns>0 where every demand is met, 1 otherwise.</returns>
    public static async Task<int> RunAsync(TextWriter output, string? part)
    {
        var published = Directory.CreateTempSubdirectory("gitops-bump-").FullName;
        try
        {
            var gitops = await PublishedProgram.GitOpsAsync(published, withRuntime: true);
            var ways = new BumpWays(gitops, RequiredPart.Find("kustomize"));
            var memory = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
            output.WriteLine($"{Files:N0} files, {Environment.ProcessorCount} processors, .NET {Environment.Version}, medians of 7");
            List<Demand> demands = [];
            if (part is null or "disk")
                demands.Add(await AtAsync("on disk", Path.GetTempPath(), 15, ways, output));
            if (part is null or "tmpfs")
                demands.Add(await AtAsync("on tmpfs", memory, 12, ways, output));
            if (part is null or "far")
                demands.AddRange(await FarAsync(memory, ways, output));
            if (part is null or "growth")
                demands.Add(await GrowthAsync(memory, ways, output));
            output.WriteLine();
            foreach (var demand in demands)
                output.WriteLine(demand);
            return demands.TrueForAll(demand => demand.IsMet) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(published, recursive: true);
        }
    }

    private static async Task<Demand> AtAsync(string name, string folder, int limit, BumpWays ways, TextWriter output)
    {
        await using var place = await BumpPlace.CreateAsync(folder, Files);
        var comparison = new BumpComparison(name);
        await comparison.MeasureAsync(ways, place, output);
        return new Demand($"{name}: at least {limit} times as fast ({comparison.Ratio:0.0})", comparison.Ratio >= limit);
    }

    private static async Task<IEnumerable<Demand>> FarAsync(string folder, BumpWays ways, TextWriter output)
    {
        await using var place = await BumpPlace.CreateAsync(folder, Files, s_far);
        var comparison = new BumpComparison($"at {s_far.TotalMilliseconds:0} ms round trip, on tmpfs");
        await comparison.MeasureAsync(ways, place, output);
        var share = 100.0 * comparison.Received.Ours / comparison.Received.Today;
        return
        [
            new Demand($"at 50 ms round trip: at least 4 times as fast ({comparison.Ratio:0.0})", comparison.Ratio >= 4),
            new Demand($"at most 0.2 % of the bytes received ({share:0.00} %)", share <= 0.2),
        ];
    }

    private static async Task<Demand> GrowthAsync(string folder, BumpWays ways, TextWriter output)
    {
        int[] sizes = [1_000, 10_000, Files];
        var places = new List<BumpPlace>();
        var all = sizes.Select(size => new Series($"{size:N0} files")).ToList();
        try
        {
            foreach (var size in sizes)
                places.Add(await BumpPlace.CreateAsync(folder, size));
            for (var run = -1; run < GrowthRuns; run++)
            {
                foreach (var (place, series) in places.Zip(all))
                {
                    var took = await ways.OursAsync(place);
                    if (run >= 0)
                        series.Add(took);
                }
            }
        }
        finally
        {
            foreach (var place in places)
                await place.DisposeAsync();
        }

        output.WriteLine("how gitops bump grows, on tmpfs");
        foreach (var series in all)
            output.WriteLine($"  {series.Name,-28}{series.Median,9:0} ms   10 % {series.Low,7:0}   90 % {series.High,7:0}");
        var growth = all[^1].Median / all[0].Median;
        return new Demand($"flat: 100 times the files take at most 1.5 times as long ({growth:0.00})", growth <= 1.5);
    }
}
