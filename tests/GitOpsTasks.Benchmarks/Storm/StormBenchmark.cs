namespace GitOpsTasks.Benchmarks.Storm;

/// <summary>
/// Many separate <c>gitops</c> processes bump images in one file on one branch of one HTTP remote at once, each with its own
/// HOME and TMPDIR; and what a script of clone, <c>kustomize edit</c> and <c>pull --rebase</c> makes of the same.
/// </summary>
internal static class StormBenchmark
{
    private const int Writers = 50;
    private const int Rivals = 20;

    /// <summary>Runs it; returns 1 where a limit does not hold.</summary>
    public static async Task<int> RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("gitops-storm-").FullName;
        try
        {
            var gitops = await PublishedProgram.GitOpsAsync(folder, withRuntime: true);
            var table = new LimitTable(output);
            await OfManyImagesAsync(gitops, output, table);
            await OfOneImageAsync(gitops, "comparable", rival => $"1.0.{rival}", output, table);
            await OfOneImageAsync(gitops, "incomparable", rival => $"build-{(uint)rival * 0x9E3779B97F4A7C15UL:x16}", output, table);
            table.Print();
            await GlueRun.RunAsync(Writers, output);
            return table.Holds ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task OfManyImagesAsync(string gitops, TextWriter output, LimitTable table)
    {
        using var field = await StormField.CreateAsync(Writers);
        var serial = await field.RunAsync(gitops, [.. Enumerable.Range(0, Writers).Select(number => $"app{number}x:v2")], atOnce: false);
        var storm = await field.RunAsync(gitops, [.. Enumerable.Range(0, Writers).Select(number => $"app{number}x:v3-{number}")], atOnce: true);
        await output.WriteLineAsync($"{Writers} processes, {Writers} images, one kustomization.yaml, one branch\n{serial}\n{storm}\n");
        table.Add($"commits of {Writers} processes", $"{Writers}", $"{storm.Commits}", storm.Commits == Writers);
        table.Add("failures", "0", $"{storm.Failures}", storm.Failures == 0);
        table.Add("linear, one line in one file each", "yes", storm.Faults, storm.Faults == "yes");
        var tags = await field.TagsAsync();
        var right = tags.Where((tag, number) => tag == $"v3-{number}").Count();
        table.Add("right tags", $"{Writers}", $"{right}", right == Writers);
        table.Add("attempts of a process, mean", "<= 8", $"{storm.MeanAttempts:0.0}", storm.MeanAttempts <= 8);
        var ratio = storm.Took / serial.Took;
        table.Add("time, against the same in turn", "<= 3", $"{ratio:0.00}", ratio <= 3);
    }

    private static async Task OfOneImageAsync(string gitops, string kind, Func<int, string> tagOf, TextWriter output, LimitTable table)
    {
        using var field = await StormField.CreateAsync(3);
        var order = Enumerable.Range(1, Rivals).OrderBy(rival => rival * 13 % Rivals).Select(rival => $"app1x:{tagOf(rival)}").ToList();
        var run = await field.RunAsync(gitops, order, atOnce: true);
        await output.WriteLineAsync($"{Rivals} processes, one image, {kind} tags\n{run}\n");
        table.Add($"{kind}: failures", "0", $"{run.Failures}", run.Failures == 0);
        table.Add($"{kind}: linear, one line each", "yes", run.Faults, run.Faults == "yes");
        var tags = await field.TagsAsync();
        var wanted = kind == "comparable" ? tagOf(Rivals) : await field.LastLandedTagAsync();
        table.Add($"{kind}: the {(kind == "comparable" ? "highest" : "last to land")} wins", wanted, tags[1], tags[1] == wanted);
        table.Add($"{kind}: nothing else changes", "v1 v1", $"{tags[0]} {tags[2]}", (tags[0], tags[2]) == ("v1", "v1"));
        if (kind == "comparable")
            table.Add("comparable: superseded runs say so", $"{Rivals - run.Commits}", $"{run.Superseded}", run.Superseded == Rivals - run.Commits && run.Rises);
        else
            table.Add("incomparable: each lands", $"{Rivals}", $"{run.Commits}", run.Commits == Rivals);
    }
}
