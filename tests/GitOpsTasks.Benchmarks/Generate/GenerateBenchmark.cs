using GitOpsTasks.Benchmarks.Lint;
using GitOpsTasks.Benchmarks.Yaml;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Benchmarks.Generate;

/// <summary>
/// <c>gitops generate</c>, published ReadyToRun, over a thousand specs with three environments each: against one run of kustomize
/// that builds what came out, and how its time grows with the specs.
/// </summary>
internal static class GenerateBenchmark
{
    private const int Specs = 1_000;
    private const int Runs = 5;
    private const int MostSecondsOfKustomize = 300;
    private const int TimedOut = 124;

    /// <param name="output">Where the figures go.</param>
    /// <param name="part"><c>compare</c> or <c>growth</c>; both where null.</param>
    /// <returns>0 where every demand is met, 1 otherwise.</returns>
    public static Task<int> RunAsync(TextWriter output, string? part) => PublishedBenchmark.RunAsync(
        output,
        "generate",
        part,
        ("compare", (gitops, folder) => CompareAsync(gitops, folder, output)),
        ("growth", (gitops, folder) => GrowthAsync(gitops, folder, output)));

    private static async Task<IEnumerable<Demand>> CompareAsync(string gitops, string folder, TextWriter output)
    {
        var place = Path.Combine(folder, "compare");
        var ours = Generate("gitops generate, nothing there", gitops, SpecFolder.Write(place, Specs));
        var again = Generate("gitops generate, all there", gitops, SpecFolder.Write(place, Specs));
        SpecFolder.WriteRoot(place, Specs);
        var printed = Path.Combine(folder, "printed");
        for (var run = -1; run < Runs; run++)
        {
            Remove(place);
            await ours.RunAsync(place, printed, run >= 0);
            await again.RunAsync(place, printed, run >= 0);
        }

        // Its time grows with the square of the objects: it is waited for a while, which is enough to tell who is faster.
        var theirs = await MeasuredRun.RunAsync(
            place, printed, "timeout", $"{MostSecondsOfKustomize}", RequiredPart.Find("kubectl"), "kustomize", ".");
        if (theirs.ExitCode is not (0 or TimedOut))
            throw new InvalidOperationException($"kubectl kustomize ended with {theirs.ExitCode}.");
        output.WriteLine($"{Specs:N0} specs with 3 environments; kustomize once, the others {Runs} times; medians");
        output.WriteLine($"  kubectl kustomize of all overlays {theirs.Wall.TotalMilliseconds,9:0} ms{(theirs.ExitCode == TimedOut ? ", and was not done" : "")}");
        foreach (var runs in (LintRuns[])[ours, again])
            runs.Print(output);
        var ratio = theirs.Wall.TotalMilliseconds / ours.Wall.Median;
        var more = theirs.ExitCode == TimedOut ? "more than " : "";
        return [new Demand($"faster than one run of kustomize over what it made ({more}{ratio:0.0} times as fast)", ratio > 1)];
    }

    private static async Task<IEnumerable<Demand>> GrowthAsync(string gitops, string folder, TextWriter output)
    {
        var sizes = (int[])[Specs / 4, Specs / 2, Specs, 2 * Specs];
        var all = new List<(string Place, LintRuns Runs)>();
        foreach (var size in sizes)
        {
            var place = Path.Combine(folder, $"growth-{size}");
            all.Add((place, Generate($"gitops generate of {size:N0} specs", gitops, SpecFolder.Write(place, size))));
        }

        for (var run = -1; run < Runs; run++)
        {
            foreach (var (place, runs) in all)
            {
                Remove(place);
                await runs.RunAsync(place, Path.Combine(folder, "printed"), run >= 0);
            }
        }

        output.WriteLine("how gitops generate grows");
        all.ForEach(one => one.Runs.Print(output));
        var growth = all[3].Runs.Wall.Median / all[2].Runs.Wall.Median / 2;
        return [new Demand($"linear: a spec of 2,000 takes at most 1.3 times as long as one of 1,000 ({growth:0.00})", growth <= 1.3)];
    }

    private static LintRuns Generate(string name, string gitops, IReadOnlyList<string> specs) =>
        new(name, gitops, ["generate", .. specs, "--out", "apps/{app}"]);

    private static void Remove(string place)
    {
        if (Directory.Exists(Path.Combine(place, "apps")))
            Directory.Delete(Path.Combine(place, "apps"), recursive: true);
    }
}
