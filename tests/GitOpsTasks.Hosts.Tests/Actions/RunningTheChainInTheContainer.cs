using GitOpsTasks.Hosts.Tests.Declarations;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Hosts.Tests.Actions;

public sealed class RunningTheChainInTheContainer(ActionContainer container) : IAsyncLifetime
{
    private readonly RunnerJob _job = new();
    private readonly GitHubFake _github = new();
    private GitHubFakeRepository _configuration = null!;
    private DockerRegistryServer _registry = null!;

    public async ValueTask InitializeAsync()
    {
        _registry = await DockerRegistryServer.StartAsync();
        _configuration = await _github.AddRepositoryAsync("acme", "gitops");
        await _configuration.Git.CommitAsync("main", "README.md", "Configuration\n");
        _job.Variables["GITHUB_SERVER_URL"] = _github.Url;
        _job.Variables["GITHUB_API_URL"] = _github.ApiUrl;
        _job.Variables["GITOPS_TOKEN"] = _github.Token;
    }

    public async ValueTask DisposeAsync()
    {
        await _registry.DisposeAsync();
        await _github.DisposeAsync();
        _job.Dispose();
    }

    [Fact]
    public async Task Builds_generates_lints_bumps_and_promotes_in_one_step()
    {
        await ReleaseAsync("v1.0.0");
        var first = await _job.RunAsync(container, "", [], network: "host");
        first.ExitCode.ShouldBe(0, first.ToString());
        await ReleaseAsync("v1.1.0");
        var run = await _job.RunAsync(container, "", [], network: "host");
        run.ExitCode.ShouldBe(0, run.ToString());
        run.Outputs["changed"].ShouldBe("true");
        run.Outputs["images"].ShouldStartWith($"{_registry.Host}/acme/web:1.1.0@sha256:");
        var pull = _configuration.Pulls.Where(pull => pull.IsOpen).ShouldHaveSingleItem();
        run.Outputs["pull-request-urls"].ShouldContain($"/acme/gitops/pull/{pull.Number}");
        (await _configuration.Git.ReadAsync("main", "apps/web/overlays/dev/kustomization.yaml"))!.ShouldContain("1.1.0");
        (await _configuration.Git.ReadAsync(pull.HeadRef, "apps/web/overlays/staging/kustomization.yaml"))!.ShouldContain("1.1.0");
        foreach (var task in new[] { "build", "generate", "lint", "bump", "promote" })
            run.Summary.ShouldContain($"\n{task} ");
    }

    private async Task ReleaseAsync(string version)
    {
        foreach (var file in new[] { "config/web.yaml", "config/web.env", "site/index.html" })
            _job.Write(file, (await File.ReadAllTextAsync(Repository.PathOf($"examples/web/{file}"))).Replace("registry.example.com", _registry.Host, StringComparison.Ordinal));
        _job.Write("site/version.txt", version);
        _job.Write("gitops.yaml", $$"""
            apiVersion: gitops-tasks/v1
            config: { repository: "{{_configuration.Url}}", branch: main }
            images:
              web:
                repository: {{_registry.Host}}/acme/web
                layers: [{ from: site, to: /srv/site }]
                tags: ["type=semver,pattern={{"{{version}}"}}"]
            apps:
              web: { spec: config/web.yaml, image: web, path: apps/web }
            environments:
              - { name: dev, path: "apps/{app}/overlays/dev", by: push }
              - { name: staging, path: "apps/{app}/overlays/staging", from: dev, by: pull-request }
            """);
        await _job.GitAsync("init", "--quiet");
        await _job.GitAsync("add", ".");
        await _job.GitAsync("commit", "--quiet", "--message", version);
        await _job.GitAsync("tag", version);
        _job.Variables["GITHUB_REF"] = $"refs/tags/{version}";
        _job.Variables["GITHUB_SHA"] = await _job.GitAsync("rev-parse", "HEAD");
    }
}
