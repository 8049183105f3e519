using GitOpsTasks.Parts;

namespace GitOpsTasks.Hosts.Tests.Actions;

public sealed class StartingTheContainer(ActionContainer container) : IDisposable
{
    private readonly RunnerJob _job = new();

    public void Dispose() => _job.Dispose();

    [Fact]
    public async Task Leaves_user_and_folder_to_the_runner_and_needs_no_shell()
    {
        var image = await container.ImageAsync();
        var config = await image.Daemon.RunAsync(
            "docker", "image", "inspect", "--format", "{{.Config.User}}|{{.Config.WorkingDir}}|{{json .Config.Entrypoint}}|{{json .Config.Cmd}}", ActionImage.Name);
        config.Replace("|/|", "||", StringComparison.Ordinal).ShouldBe("||[\"/opt/gitops/gitops\"]|null");
    }

    /// <summary>What makes the tests beside this one worth something: git itself refuses the workspace, and nothing in the image permits it.</summary>
    [Fact]
    public async Task Has_a_git_that_distrusts_a_workspace_of_another_user()
    {
        await _job.GitAsync("init", "--quiet");
        await _job.RunAsync(container, "actions/lint", []);
        var image = await container.ImageAsync();
        var refused = await Should.ThrowAsync<InvalidOperationException>(() => image.Daemon.RunAsync(
            "docker", "run", "--rm", "--network", "none", "-v", $"{_job.Workspace}:/github/workspace", "--entrypoint", "git", ActionImage.Name, "-C", "/github/workspace", "status"));
        refused.Message.ShouldContain("dubious ownership");
    }

    [Fact]
    public async Task Serves_from_a_registry_by_digest_as_its_base_does()
    {
        await using var registry = await DockerRegistryServer.StartAsync();
        var image = await container.ImageAsync();
        var digest = await image.PushAsync(ActionImage.Name, $"{registry.Host}/acme/gitops-tasks:1.0.0");
        var pinned = $"{registry.Host}/acme/gitops-tasks@{digest}";
        await image.Daemon.RunAsync("docker", "pull", "--quiet", pinned);
        (await image.Daemon.RunAsync("docker", "run", "--rm", "--network", "none", pinned, "--version")).ShouldMatch(@"^\d+\.\d+\.\d+");
        (await image.PushAsync(ActionImage.Base, $"{registry.Host}/acme/base:bookworm")).ShouldStartWith("sha256:");
    }

    [Fact]
    public async Task Hides_credentials_before_it_says_anything_else()
    {
        _job.Variables["GITOPS_TOKEN"] = "token-1";
        _job.Variables["GITOPS_REGISTRY_PASSWORD"] = "pass%word";
        _job.Variables["GITOPS_APP_PRIVATE_KEY"] = "first line\nsecond line";
        var run = await _job.RunAsync(container, "actions/bump", new() { ["push"] = "maybe" });
        run.ExitCode.ShouldBe(2, run.ToString());
        run.Log.Split('\n').TakeWhile(line => line.StartsWith("::add-mask::", StringComparison.Ordinal)).ShouldBe(
            ["::add-mask::token-1", "::add-mask::pass%25word", "::add-mask::first line", "::add-mask::second line"], ignoreOrder: true);
        run.Annotations.ShouldHaveSingleItem().ShouldStartWith("::error title=GOT");
    }
}
