using System.Diagnostics;
using System.Globalization;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Races;

public sealed class KillingTheCommand : SharedRemote
{
    [Fact]
    public async Task Leaves_the_remote_right_and_lets_a_second_run_add_what_is_missing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "kills process groups");
        var random = new Random(20260925);
        var kills = IsFull ? 200 : 20;
        using var process = NewProcess();
        var whole = (await process.RunAsync(Bump("app0x:warm"))).Took;
        var landedBeforeTheKill = 0;
        for (var number = 0; number < kills; number++)
        {
            var (image, tag) = ($"app{number % 50}x", $"k{number}");
            var start = (await Remote.TipAsync("main"))!;
            var killed = await KillAsync(process, $"{image}:{tag}", whole * 1.1 * random.NextDouble(), group: number % 4 > 0);

            // What was said holds, and what the branch holds is whole.
            var commits = await CommitsSinceAsync(start);
            if (killed.Commit is { } told)
                commits.ShouldContain(told);
            landedBeforeTheKill += commits.Count;

            // The same home and scratch folder, with whatever the killed one left there.
            var again = await process.RunAsync(Bump($"{image}:{tag}"));
            again.ExitCode.ShouldBe(0, again.Out + again.Error);
            (await CommitsSinceAsync(start)).Count.ShouldBe(1, $"kill {number}");
            (await Remote.ReadAsync("main", File))!.ShouldContain($"- name: {image}   # of team {number % 50 % 7}\n  newTag: {tag}\n");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{landedBeforeTheKill} of {kills} had landed before they were killed");
    }

    // Mostly with all it started, as a runner does; sometimes alone, so that its git goes on by itself.
    private async Task<GitOpsAnswer> KillAsync(GitOpsProcess home, string image, TimeSpan after, bool group)
    {
        using var process = home.Start(Bump(image));
        var answer = GitOpsAnswer.OfAsync(process, Stopwatch.StartNew());
        await Task.WhenAny(answer, Task.Delay(after, Token));
        var id = process.Id.ToString(CultureInfo.InvariantCulture);
        await SystemProcessRunner.RunAsync(
            new ProcessCommand("kill", ["-KILL", "--", group ? "-" + id : id])
            {
                WorkingDirectory = home.Home,
                Environment = new EnvironmentSnapshot([new("PATH", Environment.GetEnvironmentVariable("PATH") ?? "")]),
            },
            Token);
        return await answer;
    }
}
