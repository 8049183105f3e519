using System.Diagnostics;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Benchmarks.Storm;

/// <summary>What pipelines do today: clone, <c>kustomize edit set image</c>, commit, and up to five times pull and push.</summary>
internal static class GlueRun
{
    private const string Script =
        """
        set -e
        git clone --quiet --depth=1 "$1" here
        cd here/apps/all
        "$2" edit set image "$3"
        git -c user.name=ci -c user.email=ci@example.com commit --quiet -am "bump $3"
        for i in 1 2 3 4 5; do
          if git push --quiet; then exit 0; fi
          git -c user.name=ci -c user.email=ci@example.com pull --quiet --rebase || exit 1
        done
        exit 1
        """;

    /// <summary>Runs it for as many images at once, and tells how many landed.</summary>
    public static async Task RunAsync(int writers, TextWriter output)
    {
        var kustomize = RequiredPart.Find("kustomize");
        using var field = await StormField.CreateAsync(writers);
        var folder = Directory.CreateTempSubdirectory("gitops-glue-").FullName;
        try
        {
            var clock = Stopwatch.StartNew();
            var codes = await Task.WhenAll(Enumerable.Range(0, writers).Select(number => Task.Run(() => RunOneAsync(folder, field.Url, kustomize, number))));
            var took = clock.Elapsed;
            var landed = (await field.Remote.LogAsync("main")).Count - 1;
            var right = (await field.TagsAsync()).Count(tag => tag.StartsWith("v3-", StringComparison.Ordinal));
            await output.WriteLineAsync(
                $"for comparison, clone + kustomize edit + 5 x (push, pull --rebase), {writers} at once: {landed} landed, {right} right tags, {codes.Count(code => code != 0)} failed, {took.TotalSeconds:0.0} s");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RunOneAsync(string folder, string url, string kustomize, int number)
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, $"{number}")).FullName;
        var start = new ProcessStartInfo("bash", ["-c", Script, "glue", url, kustomize, $"app{number}x=*:v3-{number}"])
        {
            WorkingDirectory = home,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = home;
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await error;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
