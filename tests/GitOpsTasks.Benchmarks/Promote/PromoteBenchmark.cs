using GitOpsTasks.Benchmarks.Yaml;

namespace GitOpsTasks.Benchmarks.Promote;

/// <summary>
/// One pull request that promotes 50 applications in a repository of 100,000 files: <c>gitops promote</c>, through the API and
/// by git, against clone, edit, push and the requests of create-pull-request.
/// </summary>
internal static class PromoteBenchmark
{
    private const int MostRequests = 12;
    private const int Runs = 3;

    private static readonly TimeSpan s_far = TimeSpan.FromMilliseconds(50);

    /// <param name="output">Where the figures go.</param>
    /// <param name="part"><c>near</c> or <c>far</c>; both where null.</param>
    /// <returns>0 where every demand is met, 1 otherwise.</returns>
    public static async Task<int> RunAsync(TextWriter output, string? part)
    {
        output.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}");
        List<Demand> demands = [];
        if (part is null or "near")
            demands.AddRange(await CompareAsync("on the same machine", TimeSpan.Zero, output));
        if (part is null or "far")
            demands.AddRange(await CompareAsync($"at {s_far.TotalMilliseconds:0} ms round trip", s_far, output));
        output.WriteLine();
        demands.ForEach(output.WriteLine);
        return demands.TrueForAll(demand => demand.IsMet) ? 0 : 1;
    }

    private static async Task<IEnumerable<Demand>> CompareAsync(string name, TimeSpan roundTrip, TextWriter output)
    {
        await using var place = await PromotePlace.CreateAsync(roundTrip);
        var api = new PromoteRuns("promote --via api", PromoteWays.OurBranch, () => PromoteWays.OursAsync(place, "api"));
        var again = new PromoteRuns("  the same again", PromoteWays.OurBranch, () => PromoteWays.OursAsync(place, "api")) { IsRepeated = true };
        var git = new PromoteRuns("promote --via git", PromoteWays.OurBranch, () => PromoteWays.OursAsync(place, "git"));
        var shallow = new PromoteRuns("clone --depth 1, push, c-p-r", PromoteWays.TheirBranch, () => PromoteWays.TheirsAsync(place, isShallow: true));
        var full = new PromoteRuns("full clone, push, c-p-r", PromoteWays.TheirBranch, () => PromoteWays.TheirsAsync(place, isShallow: false));
        var signed = new PromoteRuns("clone --depth 1, c-p-r, signed", PromoteWays.TheirBranch, () => PromoteWays.TheirsSignedAsync(place));
        PromoteRuns[] ours = [api, again, git];
        PromoteRuns[] theirs = [shallow, full, signed];
        PromoteRuns[] all = [.. ours, .. theirs];
        output.WriteLine($"{PromotePlace.Apps} applications, {PromotePlace.Files:N0} files, {name}");
        foreach (var way in ours)
            await way.RunAsync(place, isCounted: false);
        for (var run = 0; run < Runs; run++)
        {
            foreach (var way in ours)
                await way.RunAsync(place, isCounted: true);
        }

        // A checkout of all files takes a minute on a slow disk, and starts cold for everybody.
        foreach (var way in theirs)
            await way.RunAsync(place, isCounted: true);
        foreach (var way in all)
            way.PrintRequests(output);
        output.WriteLine($"  medians of {Runs} with gitops, one run of each of the others");
        foreach (var way in all)
            way.PrintTimes(output);
        output.WriteLine($"  as fast as clone --depth 1 {shallow.Median / api.Median:0.0} times by the API, {shallow.Median / git.Median:0.0} times by git");
        output.WriteLine($"  as fast as a full clone    {full.Median / api.Median:0.0} times by the API, {full.Median / git.Median:0.0} times by git");
        output.WriteLine($"  as fast as the signed one  {signed.Median / api.Median:0.0} times by the API");
        return
        [
            new Demand($"{name}: at most {MostRequests} requests besides one for each folder ({api.Requests.BesidesTrees})", api.Requests.BesidesTrees <= MostRequests),
            new Demand($"{name}: the same again sends nothing that could change anything ({again.Requests.Writes})", again.Requests.Writes == 0),
            new Demand($"{name}: faster than clone --depth 1, edit, push and create-pull-request ({shallow.Median / api.Median:0.0} times)", shallow.Median > api.Median),
        ];
    }
}
