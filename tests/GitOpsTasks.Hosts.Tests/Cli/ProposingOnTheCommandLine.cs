using GitOpsTasks.Chain;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed class ProposingOnTheCommandLine : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HermeticGit _git;

    public ProposingOnTheCommandLine() => _git = new HermeticGit(_folder.FullPath);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Goes_from_sources_to_manifests_that_are_clean()
    {
        await _git.RunAsync(_folder.FullPath, ["init", "--quiet", "--initial-branch=main"]);
        await _git.RunAsync(_folder.FullPath, ["remote", "add", "origin", "https://github.com/acme/shop.git"]);
        _folder.Write("src/web/Dockerfile", "FROM node:22\nEXPOSE 3000\nUSER node\n");
        var shown = await RunAsync(0, "init", "--dry-run");
        shown.Text.ShouldContain("web: port 3000 from src/web/Dockerfile:2 EXPOSE\n");
        shown.Text.ShouldContain("propose .github/workflows/gitops.yml\n");
        File.Exists(Path.Combine(_folder.FullPath, "gitops.yaml")).ShouldBeFalse();

        var written = await RunAsync(0, "init", "--directory", _folder.FullPath);
        var next = written.Text[(written.Text.IndexOf("\nNext:\n", StringComparison.Ordinal) + 7)..].Split('\n');
        next[..3].ShouldBe(["  gitops generate config/web.yaml --out apps/{app}", "  gitops lint apps", "  gitops run --dry-run"]);
        await RunAsync(0, next[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]);
        await RunAsync(0, "generate", "config/web.yaml", "--out", "apps/{app}", "--check");
        await RunAsync(0, "lint", "apps", "gitops.yaml", "config", ".github", "--strict");
        _folder.Read("apps/web/overlays/dev/kustomization.yaml").ShouldContain("ghcr.io/acme/web");

        var again = await RunAsync(0, "init", "--output", "json");
        again.Text.ShouldContain("\"changed\": false");
        again.Text.ShouldContain("\"state\": \"same\"");
    }

    [Fact]
    public async Task Fails_where_there_is_nothing_to_go_by()
    {
        var result = await RunAsync(2, "init");
        result.Error.ShouldContain("error GOT4201");
    }

    [Fact]
    public async Task Shows_how_it_is_called()
    {
        var help = await RunAsync(0, "init", "--help");
        help.Text.ShouldContain("gitops init --dry-run\n      show what would be written for this repository\n");
        help.Text.ShouldContain("--environments");
    }

    [Fact]
    public void Is_for_people_alone() => TaskCatalog.Entries.Single(entry => entry.Name == "init").IsForPeople.ShouldBeTrue();

    private async Task<ProcessResult> RunAsync(int exitCode, params string[] arguments)
    {
        var result = await SystemProcessRunner.RunAsync(
            new ProcessCommand("dotnet", [Path.Combine(AppContext.BaseDirectory, "gitops.dll"), .. arguments, "--no-progress"])
            {
                WorkingDirectory = _folder.FullPath,
                Environment = _git.NextEnvironment(),
            },
            TestContext.Current.CancellationToken);
        result.ExitCode.ShouldBe(exitCode, result.Error + result.Text);
        return result;
    }
}
