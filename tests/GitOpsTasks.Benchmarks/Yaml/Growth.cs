using GitOpsTasks.Yaml;

namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>
/// The time for a byte as files grow: configuration up to 100 MB, and files made to be slow. The time is that of the processors, the collector's
/// work included, so that a busy machine counts for little; the best of several runs counts.
/// Linear is what takes at most twice the time for a byte at the largest size; memory that no cache holds costs some of it.
/// </summary>
internal static class Growth
{
    private const double Allowed = 2;
    private const int Doublings = 3;
    private const int HostileBytes = 500_000;
    private const int ConfigurationBytes = 12_500_000;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private static readonly YamlLimits s_limits = new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);

    public static IEnumerable<Demand> Measure(byte[][] files, TextWriter output)
    {
        // The 100 MB file needs more than the 80 MB of files, so some come twice.
        var enough = files.Concat(files).Concat(files);
        output.WriteLine();
        output.WriteLine($"nanoseconds a byte, sizes doubling; configuration from {ConfigurationBytes / 1e6} MB, the others from {HostileBytes / 1e6} MB");
        List<Demand> demands =
        [
            Measure(new("configuration, many documents", size => ConfigurationFiles.AsDocuments(enough, size)), ConfigurationBytes, output),
            Measure(new("configuration, one document", size => ConfigurationFiles.AsOneDocument(enough, size)), ConfigurationBytes, output),
        ];
        demands.AddRange(HostileInputs.All.Select(input => Measure(input, HostileBytes, output)));
        yield return new Demand(
            $"linear up to 100 MB: {string.Join(", ", demands.Take(2).Select(demand => demand.Text))}", demands.Take(2).All(demand => demand.IsMet));
        var slow = demands.Skip(2).Where(demand => !demand.IsMet).Select(demand => demand.Text).ToList();
        yield return new Demand(
            $"linear on {demands.Count - 2} files made to be slow{(slow.Count == 0 ? "" : $", but for {string.Join(", ", slow)}")}", slow.Count == 0);
    }

    private static Demand Measure(GrowingInput input, int smallest, TextWriter output)
    {
        output.Write($"{input.Name,-32}");
        List<double> costs = [];
        // What takes four times as long for twice the bytes would not end in time: a small one tells.
        var expected = 64 * Read(input.Write(smallest / 8));
        for (var size = smallest; costs.Count <= Doublings && expected < s_patience.TotalNanoseconds; size *= 2)
        {
            var content = input.Write(size);
            var took = Read(content);
            expected = took * 4;
            costs.Add(took / content.Length);
            output.Write($"{costs[^1],12:0.00}");
        }

        var finished = costs.Count > Doublings;
        var ratio = finished ? costs[^1] / costs[0] : double.PositiveInfinity;
        output.WriteLine(finished ? $"   x {ratio:0.00}" : "   given up");
        return new Demand($"{input.Name} {(finished ? $"x {ratio:0.00}" : "given up")}", finished && ratio <= Allowed);
    }

    // The best of some runs, in nanoseconds: fewer of what is slow.
    private static double Read(byte[] content)
    {
        var best = TimeSpan.MaxValue;
        var spent = TimeSpan.Zero;
        for (var run = 0; run < 9 && (run < 3 || spent < TimeSpan.FromSeconds(0.4)) && spent < s_patience; run++)
        {
            GC.Collect();
            var worked = Environment.CpuUsage.TotalTime;
            YamlFile.Parse(content, "a.yaml", s_limits);
            var took = Environment.CpuUsage.TotalTime - worked;
            best = took < best ? took : best;
            spent += took;
        }

        return best.TotalNanoseconds;
    }
}
