using System.Text;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Hosts.Tests.Actions;

public sealed class BumpingInTheContainer(ActionContainer container) : IAsyncLifetime
{
    private const string File = "apps/web/web.yaml";
    private const string Token = "ghs_of-this-workflow";

    private readonly RunnerJob _job = new();
    private readonly TemporaryFolder _projects = new();
    private BareRepository _remote = null!;
    private GitHttpServer _server = null!;

    private string Address => $"{_server.Url}/acme/gitops.git";

    private static Dictionary<string, string> ToNext => new() { ["path"] = "apps/web", ["image"] = "ghcr.io/acme/web:1.1.0\n", ["push"] = "true" };

    public async ValueTask InitializeAsync()
    {
        _remote = await BareRepository.CreateAtAsync(_projects.PathOf("acme/gitops.git"));
        await _remote.CommitAsync("main", File, Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
        _server = new GitHttpServer(_projects.FullPath, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _projects.Dispose();
        _job.Dispose();
    }

    [Fact]
    public async Task Shows_the_change_of_files_and_leaves_them()
    {
        _job.Write(File, Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
        var run = await _job.RunAsync(container, "actions/bump", new() { ["image"] = "ghcr.io/acme/web:1.1.0", ["dry-run"] = "true", ["diff"] = "true" });
        run.ExitCode.ShouldBe(0, run.ToString());
        run.Outputs["files"].ShouldBe(File);
        run.Summary.ShouldContain("-          image: ghcr.io/acme/web:1.0.0 # kept\n+          image: ghcr.io/acme/web:1.1.0 # kept\n");
        _job.Read(File).ShouldBe(Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
    }

    [Fact]
    public async Task Fails_with_an_annotation_where_nothing_has_the_image()
    {
        _job.Write(File, Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
        var run = await _job.RunAsync(container, "actions/bump", new() { ["image"] = "ghcr.io/acme/api:1.1.0" });
        run.ExitCode.ShouldBe(1, run.ToString());
        run.Annotations.ShouldHaveSingleItem().ShouldStartWith("::error title=GOT30");
        run.Summary.ShouldContain("| error |");
    }

    [Fact]
    public async Task Pushes_from_a_checkout_with_the_credentials_it_kept()
    {
        await CheckOutAsync();
        await _job.GitAsync("config", $"http.{_server.Url}/.extraheader", Header);
        await PushesAsync(ToNext);
    }

    [Fact]
    public async Task Pushes_from_a_checkout_whose_credentials_are_in_the_runners_folder()
    {
        await CheckOutAsync();
        var name = $"git-credentials-{Guid.NewGuid()}.config";
        await System.IO.File.WriteAllTextAsync(Path.Combine(_job.Temporary, name), $"[http \"{_server.Url}/\"]\n\textraheader = {Header}\n");
        await _job.GitAsync("config", $"includeIf.gitdir:{_job.Workspace}/.git.path", Path.Combine(_job.Temporary, name));
        await _job.GitAsync("config", "includeIf.gitdir:/github/workspace/.git.path", $"/github/runner_temp/{name}");
        await PushesAsync(ToNext);
    }

    [Fact]
    public async Task Pushes_without_a_checkout()
    {
        _job.Variables["GITOPS_TOKEN"] = Token;
        var run = await PushesAsync(new(ToNext) { ["repository"] = Address });
        Directory.EnumerateFileSystemEntries(_job.Workspace).ShouldBeEmpty();
        run.Log.Split('\n').Where(line => line.Contains(Token, StringComparison.Ordinal)).ShouldBe([$"::add-mask::{Token}"]);
    }

    private static string Header => $"AUTHORIZATION: basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"x-access-token:{Token}"))}";

    private async Task<ActionRun> PushesAsync(Dictionary<string, string> with)
    {
        var run = await _job.RunAsync(container, "actions/bump", with, network: "host");
        run.ExitCode.ShouldBe(0, run.ToString());
        run.Outputs["commit"].ShouldBe(await _remote.TipAsync("main"));
        run.Outputs["branch"].ShouldBe("main");
        (await _remote.ReadAsync("main", File)).ShouldBe(Manifests.Deployment("ghcr.io/acme/web:1.1.0"));
        (await _remote.GitAsync("log", "-1", "--format=%b", "main")).ShouldContain("Run-Url: https://github.com/acme/web/actions/runs/17");
        return run;
    }

    // As actions/checkout does: a detached or named branch of depth 1, and nothing of the address that is secret.
    private async Task CheckOutAsync()
    {
        await _job.GitAsync("init", "--quiet", "--initial-branch=main");
        await _job.GitAsync("remote", "add", "origin", Address);
        await _job.GitAsync("fetch", "--quiet", "--depth=1", _remote.FullPath, "main");
        await _job.GitAsync("reset", "--quiet", "--hard", "FETCH_HEAD");
    }
}
