using GitOpsTasks.Benchmarks.Yaml;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Benchmarks.Lint;

/// <summary>
/// <c>gitops lint</c>, published ReadyToRun, on a generated tree: against yamllint with the same rules, how its time grows
/// with the tree, how many cores it uses and how much memory.
/// </summary>
internal static class LintBenchmark
{
    private const int Files = 10_000;
    private const int Runs = 7;
    private const int GrowthRuns = 5;

    private static readonly string[] s_text = ["lint", "--only", "yaml", "--format", "parsable", "--yamllint-config", "default", "."];

    /// <param name="output">Where the figures go.</param>
    /// <param name="part"><c>compare</c> or <c>growth</c>; both where null.</param>
    /// <returns>0 where every demand is met, 1 otherwise.</returns>
    public static Task<int> RunAsync(TextWriter output, string? part) => PublishedBenchmark.RunAsync(
        output,
        "lint",
        part,
        ("compare", (gitops, folder) => CompareAsync(gitops, folder, output)),
        ("growth", (gitops, folder) => GrowthAsync(gitops, folder, output)));

    private static async Task<IEnumerable<Demand>> CompareAsync(string gitops, string folder, TextWriter output)
    {
        var tree = await GeneratedTree.FindAsync(Files);
        var theirs = new LintRuns("yamllint", RequiredPart.Find("yamllint"), "-f", "parsable", "-d", "{extends: default}", ".");
        var text = new LintRuns("gitops lint --only yaml", gitops, s_text);
        var all = new LintRuns("gitops lint", gitops, "lint", "--format", "parsable", ".");
        var (theirLines, ourLines, allLines) = (Path.Combine(folder, "theirs"), Path.Combine(folder, "ours"), Path.Combine(folder, "all"));
        await theirs.RunAsync(tree, theirLines);
        for (var run = -1; run < Runs; run++)
        {
            await text.RunAsync(tree, ourLines, run >= 0);
            await all.RunAsync(tree, allLines, run >= 0);
        }

        await theirs.RunAsync(tree, theirLines);
        output.WriteLine($"{Files:N0} files; yamllint twice, the others {Runs} times in turn; medians");
        foreach (var runs in (LintRuns[])[theirs, text, all])
            runs.Print(output);
        var told = Lines(theirLines);
        output.WriteLine($"  {told.Length:N0} lines of yamllint, {Lines(allLines).Length:N0} findings of all layers");
        return
        [
            new Demand("the same lines as yamllint", told.Length > 0 && told.SequenceEqual(Lines(ourLines))),
            Faster("--only yaml", 40, 200, theirs, text),
            Faster("all four layers", 15, 50, theirs, all),
            AtMost("MB of memory for all four layers", 400, all.PeakMegabytes),
            new Demand($"two cores used by all four layers, at least 1.5: {all.MostCores:0.00}", all.MostCores >= 1.5),
        ];
    }

    private static async Task<IEnumerable<Demand>> GrowthAsync(string gitops, string folder, TextWriter output)
    {
        var sizes = (int[])[1_000, Files, 10 * Files];
        var trees = new List<string>();
        foreach (var size in sizes)
            trees.Add(await GeneratedTree.FindAsync(size));
        var all = sizes.Select(size => new LintRuns($"gitops lint of {size:N0} files", gitops, "lint", "--format", "parsable", ".")).ToList();
        for (var run = -1; run < GrowthRuns; run++)
        {
            foreach (var (tree, runs) in trees.Zip(all))
                await runs.RunAsync(tree, Path.Combine(folder, "lines"), run >= 0);
        }

        output.WriteLine("how gitops lint grows, all four layers");
        all.ForEach(runs => runs.Print(output));
        var growth = all[2].Wall.Median / all[1].Wall.Median / 10;
        return [new Demand($"linear: a file of 100,000 takes at most 1.3 times as long as one of 10,000 ({growth:0.00})", growth <= 1.3)];
    }

    private static Demand Faster(string what, double limit, double aim, LintRuns theirs, LintRuns ours)
    {
        var ratio = theirs.Wall.Median / ours.Wall.Median;
        var ofProcessor = theirs.Processor.Median / ours.Processor.Median;
        return new Demand($"{what}: at least {limit} times as fast as yamllint, aim {aim} ({ratio:0.0}; {ofProcessor:0.0} by time of processors)", ratio >= limit);
    }

    private static Demand AtMost(string what, double limit, double measured) => new($"at most {limit} {what} ({measured:0})", measured <= limit);

    private static string[] Lines(string file) => [.. File.ReadLines(file).Order(StringComparer.Ordinal)];
}
