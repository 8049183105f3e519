using System.Text.Json;

namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed class AskingForJson
{
    [Theory]
    [InlineData("echo a", 0)]
    [InlineData("echo a --ending findings", 1)]
    [InlineData("echo a --unknown", 2)]
    [InlineData("unknown", 2)]
    [InlineData("echo a --times x", 2)]
    [InlineData("echo a --ending bug", 3)]
    [InlineData("echo a --ending refused", 4)]
    public async Task Prints_one_document_with_the_exit_code_whatever_happens(string line, int exitCode)
    {
        foreach (var system in new[] { "NOTHING", "GITHUB_ACTIONS", "TF_BUILD" })
        {
            var run = await CommandRun.With(new() { [system] = "true" }, [.. line.Split(' '), "--output", "json"]);
            run.ExitCode.ShouldBe(exitCode);
            JsonDocument.Parse(run.Out).RootElement.GetProperty("exitCode").GetInt32().ShouldBe(exitCode);
        }
    }

    [Fact]
    public async Task Holds_result_outputs_and_diagnostics()
    {
        var run = await CommandRun.With(
            new() { ["GITOPS_TOKEN"] = "s3cret" }, "echo", "a", "--ending=findings", "--output=json");
        using var document = JsonDocument.Parse(run.Out);
        var root = document.RootElement;
        root.GetProperty("task").GetString().ShouldBe("echo");
        root.GetProperty("result").GetProperty("said").GetString().ShouldBe("a");
        root.GetProperty("outputs").GetProperty("said").GetString().ShouldBe("a");
        root.GetProperty("outputs").GetProperty("key").ValueKind.ShouldBe(JsonValueKind.Null);
        var finding = root.GetProperty("diagnostics")[0];
        finding.GetProperty("code").GetString().ShouldBe("GOT9001");
        finding.GetProperty("file").GetString().ShouldBe("a b.yaml");
        finding.GetProperty("line").GetInt32().ShouldBe(3);
        run.Out.ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task Shows_no_progress_where_nobody_watches() =>
        (await CommandRun.Of("echo", "a", "--output=json")).Error.ShouldNotContain("echo words");
}
