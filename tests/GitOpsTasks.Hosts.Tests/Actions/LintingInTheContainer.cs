namespace GitOpsTasks.Hosts.Tests.Actions;

public sealed class LintingInTheContainer(ActionContainer container) : IDisposable
{
    private readonly RunnerJob _job = new();

    public void Dispose() => _job.Dispose();

    [Fact]
    public async Task Annotates_what_a_pull_request_changed_and_fails()
    {
        _job.Write("apps/old.yaml", Manifests.DuplicateKey);
        _job.Write("clusters/prod/web.yaml", Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
        await _job.GitAsync("init", "--quiet");
        await _job.GitAsync("add", ".");
        await _job.GitAsync("commit", "--quiet", "--message", "before");
        _job.Write("apps/config.yaml", Manifests.DuplicateKey);
        await _job.GitAsync("add", ".");
        await _job.GitAsync("commit", "--quiet", "--message", "the pull request");

        var run = await _job.RunAsync(
            container, "actions/lint", new() { ["path"] = "apps\nclusters/prod\n", ["only"] = "yaml", ["changed-since"] = "HEAD~1" });
        run.ExitCode.ShouldBe(1, run.ToString());
        run.Annotations.ShouldHaveSingleItem().ShouldStartWith("::error file=apps/config.yaml,line=5,col=3,");
        run.Outputs["errors"].ShouldBe("1");
        run.Summary.ShouldContain("| error | apps/config.yaml&#58;5&#58;3 |");
    }

    [Theory]
    [InlineData("config", "")]
    [InlineData("", "config/apps")]
    public async Task Names_files_of_a_second_checkout_from_the_workspace(string directory, string path)
    {
        _job.Write("config/apps/config.yaml", Manifests.DuplicateKey);
        await _job.GitAsync("init", "--quiet");
        await _job.GitAsync("init", "--quiet", "config");
        var run = await _job.RunAsync(container, "actions/lint", new() { ["directory"] = directory, ["path"] = path, ["only"] = "yaml" });
        run.ExitCode.ShouldBe(1, run.ToString());
        run.Annotations.ShouldHaveSingleItem().ShouldStartWith("::error file=config/apps/config.yaml,line=5,col=3,");
    }
}
