namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed class AskingForHelp
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--output json --help")]
    public async Task Lists_commands_global_options_and_exit_codes(string line)
    {
        var run = await CommandRun.Of(line.Split(' '));
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        foreach (var expected in new[] { "echo  Repeats words.", "--directory DIR", "  130  Cancelled.", "--version" })
            run.Out.ShouldContain(expected);
    }

    [Fact]
    public async Task Takes_help_for_a_command_too()
    {
        (await CommandRun.Of("help")).Out.ShouldBe((await CommandRun.Of("--help")).Out);
        (await CommandRun.Of("help", "echo")).Out.ShouldBe((await CommandRun.Of("echo", "--help")).Out);
    }

    [Fact]
    public async Task Shows_usage_examples_and_every_input_of_a_command()
    {
        var run = await CommandRun.Of("echo", "--times", "x", "--help");
        run.ExitCode.ShouldBe(0);
        foreach (var expected in new[]
        {
            "Usage:\n  gitops echo [OPTION]... [WORD...]\n",
            "Examples:\n  gitops echo hello --loud\n      says HELLO\n",
            "--style STYLE", "(default: plain)", "--extra-label LABEL...", "(may be repeated)", "--ending done|findings",
            "--output text|json",
        })
        {
            run.Out.ShouldContain(expected);
        }
    }

    [Fact]
    public async Task Keeps_lines_within_a_hundred_columns() =>
        (await CommandRun.Of("echo", "--help")).Out.Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(100);
}
