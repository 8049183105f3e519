using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Chain;

/// <summary>A real registry, a real Docker Engine, and a GitHub over a real repository: the main job as a team runs it.</summary>
public sealed class RunningTheChainOnRealParts : IAsyncLifetime
{
    private readonly ChainWorld _world = new();
    private readonly GitHubFake _github = new();
    private DockerDaemon _docker = null!;
    private DockerRegistryServer _registry = null!;
    private GitHubFakeRepository _configuration = null!;

    public async ValueTask InitializeAsync()
    {
        _docker = await DockerDaemon.StartAsync();
        _registry = await DockerRegistryServer.StartAsync();
        _configuration = await _github.AddRepositoryAsync("acme", "gitops");
        await _configuration.Git.CommitAsync("main", "README.md", "# configuration\n");
        _world.Set("DOCKER_HOST", _docker.Address);
        _world.Set("GITHUB_SERVER_URL", _github.Url);
        _world.Set("GITHUB_API_URL", _github.ApiUrl);
        _world.Set("GITOPS_TOKEN", _github.Token);
        await WriteApplicationAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_registry is not null)
            await _registry.DisposeAsync();
        if (_docker is not null)
            await _docker.DisposeAsync();
        await _github.DisposeAsync();
        _world.Dispose();
    }

    [Fact]
    public async Task Takes_a_source_tree_to_an_open_pull_request()
    {
        var result = await RunAsync();

        foreach (var image in result.Images)
        {
            image.Pushed.ShouldBeTrue(image.Name);
            (await _world.RunPartAsync("skopeo", "inspect", "--tls-verify=false", "--format", "{{.Digest}}", $"docker://{image.Repository}:2.0.0"))
                .ShouldBe(image.Digest);
        }

        (await _configuration.Git.SubjectsAsync("main")).ShouldBe(
        [
            $"Bump {_registry.Host}/acme/worker to 2.0.0", $"Bump {_registry.Host}/acme/web to 2.0.0",
            "Generate manifests of worker", "Generate manifests of web", "change",
        ]);
        (await _configuration.Git.NumstatAsync("main~1", "main")).ShouldBe(["1\t1\tapps/worker/overlays/dev/kustomization.yaml"]);
        result.Promotions.Select(promotion => (promotion.App, promotion.To, promotion.State))
            .ShouldBe([("web", "staging", PromotionState.Opened), ("worker", "staging", PromotionState.Opened)]);
        _configuration.Pulls.Select(pull => pull.IsOpen).ShouldBe([true, true]);
        await _configuration.Git.FsckAsync();
    }

    [Fact]
    public async Task Changes_nothing_when_it_runs_again()
    {
        await RunAsync();
        var refs = await _configuration.Git.RefsAsync();
        var mutations = _github.Mutations.Count;

        var again = await RunAsync();

        again.Steps.Where(step => step.Changed).ShouldBeEmpty();
        (await _configuration.Git.RefsAsync()).ShouldBe(refs);
        _github.Mutations.Count.ShouldBe(mutations);
    }

    [Fact]
    public async Task Updates_the_same_pull_requests_for_a_new_version()
    {
        await RunAsync();
        _world.Write("app/web/index.html", "second");
        await ReleaseAsync("2.1.0");

        var again = await RunAsync();

        again.Promotions.Select(promotion => (promotion.App, promotion.State, promotion.PullRequest))
            .ShouldBe([("web", PromotionState.Updated, 1), ("worker", PromotionState.Updated, 2)]);
        (await _configuration.Git.ReadAsync("gitops/promote/web-to-staging", "apps/web/overlays/staging/kustomization.yaml"))
            .ShouldNotBeNull().ShouldContain("newTag: 2.1.0");
    }

    private async Task<RunResult> RunAsync()
    {
        var context = _world.Context with { Directory = _world.PathOf("app") };
        var outcome = await RunTask.RunAsync(new RunRequest(), context, ChainWorld.Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        string.Join('\n', outcome.Diagnostics).ShouldNotContain(_github.Token);
        return outcome.Result.ShouldNotBeNull();
    }

    private async Task WriteApplicationAsync()
    {
        _world.Write("app/web/index.html", "first");
        _world.Write("app/worker/Dockerfile", "FROM scratch\nCOPY worker.txt /\nENTRYPOINT [\"/worker\"]\n");
        _world.Write("app/worker/worker.txt", "work");
        foreach (var name in new[] { "web", "worker" })
        {
            _world.Write($"app/config/{name}.yaml", $"""
                apiVersion: gitops-tasks/v1
                kind: App
                name: {name}
                image: {_registry.Host}/acme/{name}:1.0.0
                port: 8080

                """);
        }

        _world.Write("app/gitops.yaml", $$"""
            apiVersion: gitops-tasks/v1
            config: { repository: "{{_configuration.Url}}.git" }
            images:
              web:
                repository: {{_registry.Host}}/acme/web
                layers: [{ from: web, to: /srv }]
                tags: ["type=semver,pattern={{"{{version}}"}}"]
              worker:
                repository: {{_registry.Host}}/acme/worker
                context: worker
                tags: ["type=semver,pattern={{"{{version}}"}}"]
            apps:
              web: { spec: config/web.yaml, image: web }
              worker: { spec: config/worker.yaml, image: worker }
            environments:
              - { name: dev, by: push }
              - { name: staging, from: dev, by: pull-request }

            """);
        await _world.GitAsync("app", "init", "--quiet", "--initial-branch=main");
        await ReleaseAsync("2.0.0");
    }

    private async Task ReleaseAsync(string version)
    {
        await _world.GitAsync("app", "add", "--all");
        await _world.GitAsync("app", "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", version);
        await _world.GitAsync("app", "tag", $"v{version}");
    }
}
