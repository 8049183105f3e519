using GitOpsTasks.Chain;
using GitOpsTasks.Hosts.Tests.Cli;

namespace GitOpsTasks.Hosts.Tests.Actions;

public sealed class RunningAnAction : IDisposable
{
    private readonly TemporaryFolder _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Takes_inputs_as_the_runner_passes_them_and_writes_outputs()
    {
        _workspace.Write("apps/web/web.yaml", Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
        var run = await CommandRun.Over(
            TaskCatalog.Entries,
            new Dictionary<string, string>
            {
                ["GITHUB_ACTIONS"] = "true",
                ["GITHUB_OUTPUT"] = _workspace.PathOf("output"),
                ["INPUT_DIRECTORY"] = _workspace.FullPath,
                ["INPUT_PATH"] = "apps\n",
                ["INPUT_IMAGE"] = "ghcr.io/acme/web:1.1.0\n",
                ["INPUT_DRY-RUN"] = "false",
                ["INPUT_ALLOW-NO-MATCH"] = "false",
                ["INPUT_BRANCH"] = "main",
                ["INPUT_MESSAGE"] = "",
                ["INPUT_VERBOSITY"] = "normal",
            },
            "bump");
        run.ExitCode.ShouldBe(0, run.Error);
        _workspace.Read("apps/web/web.yaml").ShouldBe(Manifests.Deployment("ghcr.io/acme/web:1.1.0"));
        RunnerOutputFile.Read(await File.ReadAllBytesAsync(_workspace.PathOf("output")))["changed"].ShouldBe("true");
    }

    [Fact]
    public async Task Annotates_findings()
    {
        _workspace.Write("apps/config.yaml", Manifests.DuplicateKey);
        var run = await CommandRun.Over(
            TaskCatalog.Entries,
            new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true", ["INPUT_DIRECTORY"] = _workspace.FullPath },
            "lint");
        run.ExitCode.ShouldBe(1);
        run.GitHubCommands.ShouldContain(command => command.Contains("file=apps/config.yaml", StringComparison.Ordinal) && command.Contains("line=5", StringComparison.Ordinal));
    }
}
