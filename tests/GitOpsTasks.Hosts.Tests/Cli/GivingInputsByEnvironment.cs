using System.Text.Json;

namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed class GivingInputsByEnvironment
{
    [Theory]
    [InlineData("INPUT_EXTRA-LABEL")]
    [InlineData("INPUT_EXTRA_LABEL")]
    public async Task Takes_action_inputs_in_both_forms_and_splits_lists_into_lines(string name)
    {
        var result = await ResultOf(new() { ["GITHUB_ACTIONS"] = "true", [name] = "x\r\n  y z  \n\n", ["INPUT_WORDS"] = "a\nb" });
        result.GetProperty("labels").EnumerateArray().Select(label => label.GetString()).ShouldBe(["x", "y z"]);
        result.GetProperty("said").GetString().ShouldBe("a b");
    }

    [Fact]
    public async Task Prefers_the_command_line()
    {
        var result = await ResultOf(
            new() { ["GITHUB_ACTIONS"] = "true", ["INPUT_STYLE"] = "env", ["INPUT_LOUD"] = "true", ["INPUT_WORDS"] = "a" },
            "--style", "args");
        result.GetProperty("style").GetString().ShouldBe("args");
        result.GetProperty("said").GetString().ShouldBe("A");
    }

    [Fact]
    public async Task Counts_empty_inputs_as_not_given()
    {
        var result = await ResultOf(new() { ["GITHUB_ACTIONS"] = "true", ["INPUT_STYLE"] = "", ["INPUT_TIMES"] = "" });
        result.GetProperty("style").GetString().ShouldBe("plain");
    }

    [Fact]
    public async Task Leaves_them_alone_outside_of_GitHub()
    {
        var result = await ResultOf(new() { ["INPUT_STYLE"] = "env", ["CI"] = "true" });
        result.GetProperty("style").GetString().ShouldBe("plain");
    }

    [Fact]
    public async Task Takes_those_of_the_template_for_Azure_Pipelines()
    {
        var result = await ResultOf(new() { ["TF_BUILD"] = "True", ["GITOPS_INPUT_EXTRA_LABEL"] = "x\ny z\n", ["GITOPS_INPUT_WORDS"] = "$(a) \"b\"", ["INPUT_STYLE"] = "env" });
        result.GetProperty("labels").EnumerateArray().Select(label => label.GetString()).ShouldBe(["x", "y z"]);
        result.GetProperty("said").GetString().ShouldBe("$(a) \"b\"");
        result.GetProperty("style").GetString().ShouldBe("plain");
    }

    [Fact]
    public async Task Refuses_one_of_the_template_that_the_task_does_not_have()
    {
        var run = await CommandRun.With(new() { ["TF_BUILD"] = "True", ["GITOPS_INPUT_WORD"] = "a" }, "echo");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("error GOT1021: 'gitops echo' has no input for the variable 'GITOPS_INPUT_WORD'.");
    }

    [Fact]
    public async Task Takes_secrets_from_the_variable_that_help_names()
    {
        (await ResultOf(new() { ["GITOPS_TOKEN"] = "12345" })).GetProperty("tokenLength").GetInt32().ShouldBe(5);
        (await CommandRun.Of("echo", "--help")).Out.ShouldContain("GITOPS_TOKEN");
    }

    [Fact]
    public async Task Takes_secrets_from_action_inputs_and_masks_them_first()
    {
        var run = await CommandRun.With(
            new() { ["GITHUB_ACTIONS"] = "true", ["INPUT_TOKEN"] = "top%\nsecret" }, "echo", "a", "--output=json");
        run.Error.ShouldStartWith("::add-mask::top%25\n::add-mask::secret\n");
        run.Out.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Refuses_secrets_on_the_command_line_without_repeating_them()
    {
        var run = await CommandRun.Of("echo", "--token=hunter2");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("GITOPS_TOKEN");
        run.Error.ShouldNotContain("hunter2");
    }

    private static async Task<JsonElement> ResultOf(Dictionary<string, string> environment, params string[] args)
    {
        var run = await CommandRun.With(environment, ["echo", .. args, "--output=json"]);
        run.ExitCode.ShouldBe(0, run.Error);
        return JsonDocument.Parse(run.Out).RootElement.GetProperty("result");
    }
}
