using System.Text.Json;

namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed class GivingInputsOnTheCommandLine
{
    [Fact]
    public async Task Takes_options_arguments_flags_and_lists()
    {
        var result = await ResultOf(
            "echo", "one", "--times", "2", "--style=a=b:c", "--extra-label", "x", "--loud", "two", "--extra-label=y");
        result.GetProperty("said").GetString().ShouldBe("ONE TWO ONE TWO");
        result.GetProperty("style").GetString().ShouldBe("a=b:c");
        result.GetProperty("labels").EnumerateArray().Select(label => label.GetString()).ShouldBe(["x", "y"]);
    }

    [Fact]
    public async Task Takes_defaults_for_what_is_not_given()
    {
        var result = await ResultOf("echo", "one");
        result.GetProperty("said").GetString().ShouldBe("one");
        result.GetProperty("style").GetString().ShouldBe("plain");
        result.GetProperty("times").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData("--loud", "true", "A")]
    [InlineData("--loud=false", "--times=1", "a")]
    [InlineData("--loud", "--times=1", "A")]
    public async Task Takes_a_flag_with_or_without_a_value(string first, string second, string said)
    {
        var result = await ResultOf("echo", first, second, "a");
        result.GetProperty("said").GetString().ShouldBe(said);
    }

    [Fact]
    public async Task Expands_neither_files_nor_directives_nor_bundles()
    {
        var result = await ResultOf("echo", "@file", "[suggest]", "--", "-xyz", "--loud");
        result.GetProperty("said").GetString().ShouldBe("@file [suggest] -xyz --loud");
    }

    [Fact]
    public async Task Takes_global_options_before_and_after_the_command()
    {
        var directory = Directory.CreateTempSubdirectory("gitops-test-").FullName;
        var before = await CommandRun.Of("--output", "json", "--directory", directory, "echo", "a");
        var after = await CommandRun.Of("echo", "a", "--output=json", "--directory", Path.GetFileName(directory));
        after.Out.ShouldBe(before.Out);
        JsonDocument.Parse(after.Out).RootElement.GetProperty("result").GetProperty("directory").GetString()
            .ShouldBe(directory);
        Directory.Delete(directory);
    }

    private static async Task<JsonElement> ResultOf(params string[] args)
    {
        var run = await CommandRun.Of([.. args.TakeWhile(arg => arg != "--"), "--output=json", .. args.SkipWhile(arg => arg != "--")]);
        run.ExitCode.ShouldBe(0, run.Error);
        return JsonDocument.Parse(run.Out).RootElement.GetProperty("result");
    }
}
