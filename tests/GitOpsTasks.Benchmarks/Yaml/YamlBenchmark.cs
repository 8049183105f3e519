namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>How fast files are read into trees, beside YamlDotNet's parser, and whether the time grows with the file and no faster.</summary>
internal static class YamlBenchmark
{
    private const long Bytes = 80_000_000;

    /// <param name="output">Where the figures go.</param>
    /// <param name="part"><c>throughput</c> or <c>growth</c>; both where null.</param>
    /// <returns>0 where every demand is met, 1 otherwise.</returns>
    public static int Run(TextWriter output, string? part)
    {
        var files = ConfigurationFiles.Generate(Bytes);
        output.WriteLine(
            $"{files.Length:N0} files, {files.Sum(f => (long)f.Length) / 1e6:0.0} MB, mean {files.Average(f => f.Length):0} bytes, "
            + $"{Environment.ProcessorCount} processors, .NET {Environment.Version}");
        List<Demand> demands = [];
        if (part is null or "throughput")
            demands.AddRange(Throughput.Measure(files, output));
        if (part is null or "growth")
            demands.AddRange(Growth.Measure(files, output));
        output.WriteLine();
        foreach (var demand in demands)
            output.WriteLine(demand);
        return demands.TrueForAll(demand => demand.IsMet) ? 0 : 1;
    }
}
