using GitOpsTasks.Parts;

namespace GitOpsTasks.Hosts.Tests.Actions;

public sealed class BuildingInTheContainer(ActionContainer container) : IDisposable
{
    private readonly RunnerJob _job = new();

    public void Dispose() => _job.Dispose();

    [Fact]
    public async Task Builds_and_pushes_by_the_runners_Docker_Engine()
    {
        await using var registry = await DockerRegistryServer.StartAsync();
        var repository = $"{registry.Host}/acme/web";
        _job.Write("Dockerfile", "FROM scratch\nCOPY page.html /srv/\n");
        _job.Write("page.html", "<p>Hello\n");
        _job.Write("gitops.yaml", $$"""
            apiVersion: gitops-tasks/v1
            images:
              web: { repository: {{repository}}, builder: docker, tags: ["type=sha", "type=raw,value=edge"] }
            """);
        await _job.GitAsync("init", "--quiet");
        await _job.GitAsync("add", ".");
        await _job.GitAsync("commit", "--quiet", "--message", "page");
        var commit = await _job.GitAsync("rev-parse", "HEAD");
        _job.Variables["GITHUB_SHA"] = commit;

        var run = await _job.RunAsync(
            container, "actions/build", new() { ["push"] = "true", ["labels"] = "team=shop\ntier=front\n" }, network: "host");
        run.ExitCode.ShouldBe(0, run.ToString());
        run.Outputs["changed"].ShouldBe("true");
        run.Outputs["tag-names"].Split('\n').ShouldContain($"sha-{commit[..7]}");
        run.Summary.ShouldContain("| digest | sha256&#58;");

        var image = await container.ImageAsync();
        (await image.Daemon.RunAsync("skopeo", "inspect", "--tls-verify=false", "--format", "{{.Digest}}", $"docker://{repository}:edge")).ShouldBe(run.Outputs["digest"]);
        var labels = await image.Daemon.RunAsync("skopeo", "inspect", "--tls-verify=false", "--format", "{{.Labels}}", $"docker://{repository}@{run.Outputs["digest"]}");
        labels.ShouldContain("team:shop");
        labels.ShouldContain("tier:front");
        labels.ShouldContain(commit);
    }

    [Fact]
    public async Task Names_images_for_another_tool_without_an_engine()
    {
        _job.Variables["GITHUB_REF"] = "refs/tags/v1.4.2";
        var run = await _job.RunAsync(container, "actions/build", new()
        {
            ["metadata-only"] = "true",
            ["images"] = "ghcr.io/acme/web\nregistry.example.com/web",
            ["tags"] = "type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}",
        });
        run.ExitCode.ShouldBe(0, run.ToString());
        run.Outputs["version"].ShouldBe("1.4.2");
        run.Outputs["tags"].Split('\n').ShouldBe(
            [
                "ghcr.io/acme/web:1.4.2", "ghcr.io/acme/web:1.4", "ghcr.io/acme/web:latest",
                "registry.example.com/web:1.4.2", "registry.example.com/web:1.4", "registry.example.com/web:latest",
            ],
            ignoreOrder: true);
    }
}
