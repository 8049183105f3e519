using GitOpsTasks.Cli.Progress;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed class WatchingProgressOnATerminal
{
    private static readonly TaskOutcome Outcome = TaskOutcome<object>.Done(new object());

    [Fact]
    public async Task Draws_steps_in_place_and_leaves_how_they_ended()
    {
        using var output = new SharedText();
        output.Write("$ gitops\n");
        await LiveProgress.RunAsync(output, async root =>
        {
            using (var build = root.Begin("build web"))
            {
                await FramesAsync(output, 2);
                using (var push = build.Begin("push"))
                {
                    push.Report("3 of 6 layers", 0.5);
                    await FramesAsync(output, 2);
                    var lines = TerminalScreen.After(output.ToString());
                    lines[0].ShouldBe("$ gitops");
                    lines[1][1..].ShouldStartWith(" build web");
                    lines[2].ShouldStartWith("  ");
                    lines[2].ShouldContain("push");
                    lines[2].ShouldContain("50%  3 of 6 layers");
                }

                build.Complete("pushed\x1b[2J");
            }

            using (root.Begin("lint"))
                await FramesAsync(output, 2);
            return Outcome;
        });

        var left = TerminalScreen.After(output.ToString());
        left.Length.ShouldBe(4);
        left[0].ShouldBe("$ gitops");
        left[1].ShouldContain("build web  pushed␛[2J");
        left[2][1..].ShouldStartWith(" lint");
        left[3].ShouldBeEmpty();
        output.ToString().ShouldEndWith("\x1b[?25h");
    }

    [Fact]
    public async Task Cuts_long_lines_so_that_frames_stay_in_place()
    {
        using var output = new SharedText();
        await LiveProgress.RunAsync(output, async root =>
        {
            using var step = root.Begin(string.Join(' ', Enumerable.Repeat("word", 100)));
            await FramesAsync(output, 3);
            return Outcome;
        });
        TerminalScreen.After(output.ToString()).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Writes_nothing_where_there_are_no_steps()
    {
        using var output = new SharedText();
        (await LiveProgress.RunAsync(output, _ => Task.FromResult(Outcome))).ShouldBeSameAs(Outcome);
        output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_the_cursor_again_where_the_task_fails()
    {
        using var output = new SharedText();
        await Should.ThrowAsync<InvalidOperationException>(() => LiveProgress.RunAsync(output, async root =>
        {
            using var step = root.Begin("build");
            await FramesAsync(output, 1);
            throw new InvalidOperationException();
        }));
        output.ToString().ShouldEndWith("\x1b[?25h");
    }

    // A frame ends by clearing the rest of the screen.
    private static async Task FramesAsync(SharedText output, int count)
    {
        var before = Frames(output);
        while (Frames(output) < before + count)
            await Task.Delay(10);
    }

    private static int Frames(SharedText output) => output.ToString().Split("\x1b[J").Length;
}
