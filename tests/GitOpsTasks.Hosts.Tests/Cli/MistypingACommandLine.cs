namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed class MistypingACommandLine
{
    [Theory]
    [InlineData("ecoh", "no command 'ecoh'", "Did you mean 'echo'?")]
    [InlineData("zzzzzz", "no command 'zzzzzz'", "Run 'gitops --help'.")]
    [InlineData("echo --tims 3", "no option '--tims'", "Did you mean '--times'?")]
    [InlineData("echo --tims=3", "no option '--tims'", "Did you mean '--times'?")]
    [InlineData("echo a --zzzzzz", "no option '--zzzzzz'", "Run 'gitops echo --help'.")]
    [InlineData("echo --words a", "'--words' is no option", "Write 'gitops echo WORD'.")]
    [InlineData("--outptu json", "no option '--outptu'", "Did you mean '--output'?")]
    [InlineData("echo --times", "--times", "Run 'gitops echo --help'.")]
    [InlineData("echo --times x", "'x' is not a value for the input 'times'", "Write a whole number.")]
    [InlineData("echo --style a --style b", "--style", "Run 'gitops echo --help'.")]
    [InlineData("echo --loud=maybe", "'--loud=maybe'", "Write true or false.")]
    [InlineData("echo --ending odd", "'odd'", "Write one of done, findings, refused, bug, wait.")]
    [InlineData("echo --verbosity loud", "'loud'", "Write one of quiet, normal, detailed.")]
    [InlineData("echo --directory /no/such", "'/no/such' does not exist", "Give --directory one that does.")]
    [InlineData("", "A command is needed", "Run 'gitops --help'.")]
    public async Task Gives_one_message_with_advice_and_exit_code_2(string line, string message, string advice)
    {
        var run = await CommandRun.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        run.ExitCode.ShouldBe(2);
        run.Out.ShouldBeEmpty();
        run.Error.ShouldContain(message);
        run.Error.ShouldEndWith($"    {advice}\n");
        run.Error.Split('\n').Count(text => text.StartsWith("error ", StringComparison.Ordinal)).ShouldBe(1);
    }
}
