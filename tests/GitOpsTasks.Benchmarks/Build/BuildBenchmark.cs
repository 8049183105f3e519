using System.Globalization;
using GitOpsTasks.Benchmarks.Yaml;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Benchmarks.Build;

/// <summary>
/// <c>gitops build --push</c> by builder layers, published ReadyToRun, against <c>docker build</c> with <c>docker push</c> and
/// <c>docker buildx build --push</c>: the same application, real registries, in turn. And how much memory a layer costs.
/// </summary>
internal static class BuildBenchmark
{
    private const int Runs = 5;
    private const double Limit = 5;

    /// <param name="output">Where the figures go.</param>
    /// <param name="part"><c>compare</c> or <c>memory</c>; both where null.</param>
    /// <returns>0 where every demand is met, 1 otherwise.</returns>
    public static Task<int> RunAsync(TextWriter output, string? part) => PublishedBenchmark.RunAsync(
        output,
        "build",
        part,
        ("compare", async (gitops, folder) =>
        {
            var small = await PublishedProgram.GitOpsAsync(Path.Combine(folder, "small"), withRuntime: false);
            return
            [
                .. await CompareAsync("depends on a framework", gitops, Path.GetDirectoryName(small)!, Path.Combine(folder, "one"), output),
                .. await CompareAsync("brings its framework", gitops, Path.GetDirectoryName(gitops)!, Path.Combine(folder, "two"), output),
            ];
        }),
        ("memory", async (gitops, folder) => [await LayerMemory.MeasureAsync(gitops, folder, output)]));

    private static async Task<IEnumerable<Demand>> CompareAsync(string what, string gitops, string published, string folder, TextWriter output)
    {
        Directory.CreateDirectory(folder);
        var application = await ImageApplication.MakeAsync(folder, published);
        var program = RequiredPart.Find("docker");
        var ours = new ImageWay("gitops build --push", _ => [(gitops, ["build", "--push", "--no-progress"])], needsDaemon: false);
        var docker = new ImageWay(
            "docker build, docker push", image => [(program, ["build", "-q", "-t", $"{image}:1", "."]), (program, ["push", "-q", $"{image}:1"])], needsDaemon: true);
        var buildx = new ImageWay("docker buildx build --push", image => [(program, ["buildx", "build", "-q", "--push", "-t", $"{image}:1", "."])], needsDaemon: true);
        for (var run = -1; run < Runs; run++)
        {
            foreach (var way in (ImageWay[])[ours, docker, buildx])
                await way.RunAsync(application, run >= 0);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"an application that {what}, {application.Size / 1e6:0.0} MB; {Runs} runs in turn, milliseconds"));
        output.WriteLine($"  {"",-32}{"cold",10}{"10 %",8}{"90 %",8}{"changed",10}{"10 %",8}{"90 %",8}{"the same",10}{"10 %",8}{"90 %",8}");
        foreach (var way in (ImageWay[])[ours, docker, buildx])
            output.WriteLine($"  {way.Cold.Name,-32}{Figures(way.Cold)}{Figures(way.Changed)}{Figures(way.Same)}");
        return from way in (ImageWay[])[docker, buildx]
               from pair in ((string State, Series Theirs, Series Ours)[])[("cold", way.Cold, ours.Cold), ("one page changed", way.Changed, ours.Changed), ("nothing changed", way.Same, ours.Same)]
               let ratio = pair.Theirs.Median / pair.Ours.Median
               select new Demand(string.Create(CultureInfo.InvariantCulture, $"{what}, {pair.State}: at least {Limit} times as fast as {pair.Theirs.Name} ({ratio:0.0})"), ratio >= Limit);
    }

    private static string Figures(Series series) => string.Create(CultureInfo.InvariantCulture, $"{series.Median,10:0}{series.Low,8:0}{series.High,8:0}");
}
