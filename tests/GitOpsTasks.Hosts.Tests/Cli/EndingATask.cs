using GitOpsTasks.Chain;
using GitOpsTasks.SampleHost;

namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed class EndingATask
{
    [Theory]
    [InlineData("done", 0)]
    [InlineData("findings", 1)]
    [InlineData("refused", 4)]
    [InlineData("bug", 3)]
    public async Task Gives_the_exit_code_of_its_outcome(string ending, int exitCode) =>
        (await CommandRun.Of("echo", "a", "--ending", ending)).ExitCode.ShouldBe(exitCode);

    [Fact]
    public async Task Prints_outputs_as_a_table_and_findings_with_their_place()
    {
        var run = await CommandRun.Of("echo", "a", "--extra-label=x", "--extra-label=y", "--ending=findings");
        run.Out.ShouldBe(
            """
            said    a
            labels  x
                    y
            a b.yaml:3:5: warning GOT9001: Found a
                Look at it.

            """);
    }

    [Fact]
    public async Task Prints_the_words_a_task_has_of_its_own()
    {
        TaskEntry[] catalog = [new("echo", "", () => EchoTask.WithText)];
        var run = await CommandRun.Over(catalog, [], "echo", "a", "--verbosity=quiet");
        run.Out.ShouldBe("it said a\n");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Prints_a_failure_on_standard_error()
    {
        var run = await CommandRun.Of("echo", "a", "--ending=refused", "--no-progress");
        run.Out.ShouldBeEmpty();
        run.Error.ShouldBe("error GOT9002: No: a\n    Ask nicely.\n");
    }

    [Fact]
    public async Task Names_the_type_of_a_bug_and_shows_more_only_when_asked()
    {
        var brief = await CommandRun.Of("echo", "private", "--ending=bug", "--no-progress");
        brief.Error.ShouldContain("This is a bug in gitops: System.InvalidOperationException\n");
        brief.Error.ShouldNotContain("private");
        var detailed = await CommandRun.Of("echo", "a", "--ending=bug", "--verbosity=detailed");
        detailed.Error.ShouldContain("at GitOpsTasks.SampleHost.EchoTask");
    }

    [Fact]
    public async Task Loads_no_other_task() =>
        (await CommandRun.Of("trap")).Error.ShouldContain("System.NotSupportedException");
}
