using GitOpsTasks.Reporting;

namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed class RunningUnderACiSystem : IDisposable
{
    private const string Attack =
        "::set-output name=x::1\n  ::add-mask::a\r::warning::b\n##[set-output name=x]1\na ##vso[task.setvariable variable=x]1 ##[error]c";

    private readonly string _outputFile = Path.GetTempFileName();

    public void Dispose() => File.Delete(_outputFile);

    [Fact]
    public async Task Annotates_findings_for_GitHub()
    {
        var run = await CommandRun.With(
            new() { ["GITHUB_ACTIONS"] = "true" }, "echo", "a", "--ending=findings", "--no-progress");
        run.Error.ShouldBe("::warning file=a b.yaml,line=3,col=5,endLine=3,endColumn=9,title=GOT9001::Found a%0ALook at it.\n");
        run.Out.ShouldContain("a b.yaml:3:5: warning GOT9001: Found a\n");
    }

    [Fact]
    public async Task Annotates_findings_and_sets_variables_for_Azure()
    {
        var run = await CommandRun.With(
            new() { ["TF_BUILD"] = "True", ["GITOPS_TOKEN"] = "t;p" }, "echo", "a%", "--ending=findings", "--no-progress");
        run.Error.ShouldBe(
            """
            ##vso[task.setsecret]t;p
            ##vso[task.setsecret]t;p
            ##vso[task.setvariable variable=gitops_echo_said;issecret=false]a%AZP25
            ##vso[task.setvariable variable=said;isOutput=true;issecret=false]a%AZP25
            ##vso[task.setvariable variable=gitops_echo_labels;issecret=false]
            ##vso[task.setvariable variable=labels;isOutput=true;issecret=false]
            ##vso[task.setvariable variable=gitops_echo_key;issecret=true]t;p
            ##vso[task.setvariable variable=key;isOutput=true;issecret=true]t;p
            ##vso[task.logissue type=warning;sourcepath=a b.yaml;linenumber=3;columnnumber=5;code=GOT9001]Found a%AZP25 Look at it.

            """);
    }

    [Fact]
    public async Task Sets_no_variable_where_one_is_a_secret_that_Azure_refuses()
    {
        var run = await CommandRun.With(new() { ["TF_BUILD"] = "True", ["GITOPS_TOKEN"] = "top\nsecret" }, "echo", "a", "--output=json");
        run.ExitCode.ShouldBe(1);
        run.Out.ShouldContain(ReportingCodes.OutputRefused);
        run.AzureCommands.ShouldAllBe(line => line.StartsWith("##vso[task.setsecret]", StringComparison.Ordinal) || line.StartsWith("##vso[task.logissue type=error;code=GOT1030]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("done")]
    [InlineData("findings")]
    [InlineData("refused")]
    [InlineData("bug")]
    public async Task Lets_no_text_of_others_through_as_a_command(string ending)
    {
        foreach (var output in new[] { "text", "json" })
        {
            string[] args = ["echo", Attack, "--ending", ending, "--output", output, "--no-progress", "--verbosity=detailed"];
            var github = await CommandRun.With(new() { ["GITHUB_ACTIONS"] = "true" }, args);
            github.GitHubCommands.ShouldAllBe(line => line.StartsWith("::warning file=", StringComparison.Ordinal) ||
                line.StartsWith("::error title=", StringComparison.Ordinal) || line.StartsWith("::notice title=", StringComparison.Ordinal));
            var azure = await CommandRun.With(new() { ["TF_BUILD"] = "True" }, args);
            azure.AzureCommands.ShouldAllBe(line => line.StartsWith("##vso[task.logissue type=", StringComparison.Ordinal) ||
                line.StartsWith("##vso[task.setvariable variable=gitops_echo_", StringComparison.Ordinal) ||
                line.StartsWith("##vso[task.setvariable variable=said;", StringComparison.Ordinal) ||
                line.StartsWith("##vso[task.setvariable variable=labels;", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Appends_outputs_that_a_runner_reads_back()
    {
        await File.WriteAllTextAsync(_outputFile, "before=1\n");
        var words = "x<<y=z\nEOF\nsaid=forged\n";
        await CommandRun.With(
            new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_OUTPUT"] = _outputFile, ["GITOPS_TOKEN"] = "t" },
            "echo", words, "--extra-label=a", "--extra-label=ü");
        RunnerOutputFile.Read(await File.ReadAllBytesAsync(_outputFile)).ShouldBe(new Dictionary<string, string>
        {
            ["before"] = "1",
            ["said"] = words,
            ["labels"] = "a\nü",
            ["key"] = "t",
        });
    }

    [Fact]
    public async Task Fails_where_the_output_file_cannot_be_written()
    {
        var run = await CommandRun.With(
            new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_OUTPUT"] = "/no/such/file" }, "echo", "a", "--output=json");
        run.ExitCode.ShouldBe(3);
        run.Out.ShouldContain(ReportingCodes.OutputNotWritten);
        run.Out.ShouldContain("\"said\": \"a\"");
    }

    [Fact]
    public async Task Folds_the_steps_of_a_task_into_groups()
    {
        var github = await CommandRun.With(new() { ["GITHUB_ACTIONS"] = "true" }, "echo", "a");
        github.Error.ShouldStartWith("::group::echo words\n  join\n::endgroup::\necho words: said it\n");
        var azure = await CommandRun.With(new() { ["TF_BUILD"] = "True" }, "echo", "a", "--verbosity=detailed");
        azure.Error.ShouldStartWith(
            "##[group]echo words\n  join\n  join: 1 words (50%)\n##[endgroup]\necho words: said it\n");
        var generic = await CommandRun.With(new() { ["CI"] = "true" }, "echo", "a");
        generic.Error.ShouldBe("echo words\n  join\necho words: said it\n");
    }
}
