using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Contracts;

public sealed class GivingInputs
{
    private static T Get<T>(TaskInput<T> input, params string[] values) => new InputValues().Add(input.Name, values).Get(input);

    [Fact]
    public void Counts_an_empty_text_as_not_given()
    {
        Get(TaskInput.Text("a", "A", "A."), "").ShouldBeNull();
        Get(TaskInput.TextOr("a", "A", "main", "A."), "").ShouldBe("main");
        Get(TaskInput.TextList("a", "A", "A."), "x", "", "y").ShouldBe(["x", "y"]);
        Should.Throw<TaskFailedException>(() => Get(TaskInput.RequiredText("a", "A", "A."), "")).Diagnostics[0].Code.ShouldBe(UsageCodes.InputMissing);
    }

    [Fact]
    public void Takes_the_last_of_several_texts() => Get(TaskInput.Text("a", "A", "A."), "x", "y").ShouldBe("y");

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("FALSE", false)]
    public void Reads_a_flag(string text, bool expected) => Get(TaskInput.Flag("a", "A."), text).ShouldBe(expected);

    [Theory]
    [InlineData("yes")]
    [InlineData("1")]
    public void Refuses_what_is_no_flag(string text)
    {
        var failure = Should.Throw<TaskFailedException>(() => Get(TaskInput.Flag("a", "A."), text));
        failure.ExitCode.ShouldBe(ExitCode.Usage);
        failure.Diagnostics[0].ToString().ShouldBe($"error GOT1002: '{text}' is not a value for the input 'a'. Write true or false.");
    }

    [Fact]
    public void Reads_a_choice_by_name_alone()
    {
        var input = TaskInput.Choice("a", Severity.Error, "A.");
        Get(input, "Warning").ShouldBe(Severity.Warning);
        Get(input).ShouldBe(Severity.Error);
        Should.Throw<TaskFailedException>(() => Get(input, "1")).Diagnostics[0].Advice!.ShouldContain("warning");
    }

    [Fact]
    public void Never_repeats_a_secret()
    {
        var input = TaskInput.Number("a", "A", 1, "A.") with { Secret = true };
        Should.Throw<TaskFailedException>(() => Get(input, "hunter2")).ToString().ShouldNotContain("hunter2");
    }

    [Fact]
    public void Tells_expected_failures_from_bugs()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        ExpectedFailure.From(new OperationCanceledException(), cancelled.Token)!.ExitCode.ShouldBe(ExitCode.Cancelled);
        ExpectedFailure.From(new OperationCanceledException(), CancellationToken.None).ShouldBeNull();
        ExpectedFailure.From(new InvalidOperationException(), CancellationToken.None).ShouldBeNull();
        ExpectedFailure.From(new ProcessNotFoundException("git"), CancellationToken.None)!.Diagnostics[0].Code.ShouldBe(UsageCodes.ProgramNotFound);
    }

    [Theory]
    [InlineData("stagign", "staging")]
    [InlineData("STAGING", "staging")]
    [InlineData("prdo", "prod")]
    [InlineData("nothing", null)]
    public void Finds_the_name_that_was_meant(string name, string? expected) =>
        EditDistance.Nearest(name, ["dev", "staging", "prod"]).ShouldBe(expected);
}
