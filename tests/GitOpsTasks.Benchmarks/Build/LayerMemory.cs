using System.Globalization;
using GitOpsTasks.Benchmarks.Lint;
using GitOpsTasks.Benchmarks.Yaml;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Benchmarks.Build;

/// <summary>How much memory building and pushing takes, with a small layer and with one a hundred times as large.</summary>
internal static class LayerMemory
{
    private const int Megabyte = 1024 * 1024;
    private const int Small = 10;
    private const int Large = 1024;
    private const double MostMore = 32;
    private const int Runs = 3;

    /// <summary>Measures; the larger layer may take 32 MB more.</summary>
    public static async Task<Demand> MeasureAsync(string gitops, string folder, TextWriter output)
    {
        var small = await PeakAsync(gitops, Path.Combine(folder, "10-mb"), Small);
        var large = await PeakAsync(gitops, Path.Combine(folder, "1-gb"), Large);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory of gitops build --push: {small:0} MB with a layer of {Small} MB, {large:0} MB with one of {Large} MB"));
        return new Demand(
            string.Create(CultureInfo.InvariantCulture, $"memory does not depend on a layer's size: at most {MostMore} MB more ({large - small:0})"),
            large - small <= MostMore);
    }

    private static async Task<double> PeakAsync(string gitops, string folder, int megabytes)
    {
        await WriteAsync(Path.Combine(folder, "data", "random.bin"), megabytes);
        var peak = 0.0;
        for (var run = 0; run < Runs; run++)
        {
            await using var registry = await DockerRegistryServer.StartAsync();
            await File.WriteAllTextAsync(
                Path.Combine(folder, "gitops.yaml"),
                $"apiVersion: gitops-tasks/v1\nimages:\n  data:\n    repository: {registry.Host}/acme/data\n    layers:\n      - {{ from: data, to: /data }}\n    tags: [\"type=raw,value=1\"]\n");
            var output = Path.Combine(folder, "output");
            var measured = await MeasuredRun.RunAsync(folder, output, gitops, "build", "--push", "--no-progress");
            if (measured.ExitCode != 0)
                throw new InvalidOperationException($"gitops build ended with {measured.ExitCode}: {await File.ReadAllTextAsync(output)}");
            peak = Math.Max(peak, measured.PeakMegabytes);
        }

        Directory.Delete(folder, recursive: true);
        return peak;
    }

    private static async Task WriteAsync(string file, int megabytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var random = new Random(6);
        var block = new byte[Megabyte];
        await using var content = File.Create(file);
        for (var i = 0; i < megabytes; i++)
        {
            random.NextBytes(block);
            await content.WriteAsync(block);
        }
    }
}
