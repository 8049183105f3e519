using GitOpsTasks.Benchmarks.Yaml;

namespace GitOpsTasks.Benchmarks;

/// <summary>A benchmark of the published command: it is published into a folder of its own, measured in parts, and held against demands.</summary>
internal static class PublishedBenchmark
{
    /// <param name="output">Where the figures go.</param>
    /// <param name="name">What is measured; the folder is named so.</param>
    /// <param name="part">The part to run; all where null.</param>
    /// <param name="parts">The parts: each is given the command's path and a folder, and returns its demands.</param>
    /// <returns>0 where every demand is met, 1 otherwise.</returns>
    public static async Task<int> RunAsync(
        TextWriter output, string name, string? part, params (string Name, Func<string, string, Task<IEnumerable<Demand>>> MeasureAsync)[] parts)
    {
        var folder = Directory.CreateTempSubdirectory($"gitops-{name}-").FullName;
        try
        {
            var gitops = await PublishedProgram.GitOpsAsync(folder, withRuntime: true);
            output.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}");
            List<Demand> demands = [];
            foreach (var one in parts.Where(one => part is null || one.Name == part))
                demands.AddRange(await one.MeasureAsync(gitops, folder));
            output.WriteLine();
            foreach (var demand in demands)
                output.WriteLine(demand);
            return demands.TrueForAll(demand => demand.IsMet) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
