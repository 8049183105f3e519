using GitOpsTasks.Parts;

namespace GitOpsTasks.Hosts.Tests.Races;

public sealed class StormingABranch : SharedRemote
{
    [Fact]
    public async Task Lands_every_processs_bump_once()
    {
        var count = IsFull ? 50 : 8;
        var start = (await Remote.TipAsync("main"))!;
        var answers = await RunAllAsync([.. Enumerable.Range(0, count).Select(number => $"app{number}x:v2-{number}")]);
        answers.ShouldAllBe(answer => answer.ExitCode == 0 && answer.Changed);
        (await CommitsSinceAsync(start)).ShouldBe(answers.Select(answer => answer.Commit!), ignoreOrder: true);
        (await Remote.ReadAsync("main", File)).ShouldBe(FileWith(number => number < count ? $"v2-{number}" : "v1"));
        answers.Average(answer => answer.Attempts).ShouldBeLessThanOrEqualTo(8);
    }

    [Fact]
    public async Task Lets_the_last_to_land_win_among_tags_without_an_order()
    {
        var count = IsFull ? 20 : 4;
        var start = (await Remote.TipAsync("main"))!;
        var answers = await RunAllAsync([.. Enumerable.Range(0, count).Select(number => $"app7x:build-{(char)('a' + number)}")]);
        answers.ShouldAllBe(answer => answer.ExitCode == 0 && answer.Changed);
        var commits = await CommitsSinceAsync(start);
        commits.ShouldBe(answers.Select(answer => answer.Commit!), ignoreOrder: true);
        var last = (await Remote.SubjectsAsync("main"))[0]["Bump app7x to ".Length..];
        (await Remote.ReadAsync("main", File)).ShouldBe(FileWith(number => number == 7 ? last : "v1"));
    }

    private async Task<GitOpsAnswer[]> RunAllAsync(IReadOnlyList<string> images)
    {
        var processes = images.Select(_ => NewProcess()).ToList();
        try
        {
            return await Task.WhenAll(images.Zip(processes, (image, process) => Task.Run(() => process.RunAsync(Bump(image)), Token)));
        }
        finally
        {
            processes.ForEach(process => process.Dispose());
        }
    }
}
