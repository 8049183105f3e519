using GitOpsTasks.Hosts.Tests.Declarations;

namespace GitOpsTasks.Hosts.Tests.Actions;

public sealed class GeneratingInTheContainer : IDisposable
{
    private readonly ActionContainer _container;
    private readonly RunnerJob _job = new();

    public GeneratingInTheContainer(ActionContainer container)
    {
        _container = container;
        foreach (var file in new[] { "web.yaml", "web.env" })
            _job.Write($"config/{file}", File.ReadAllText(Repository.PathOf($"examples/web/config/{file}")));
        _job.Write("config/api.yaml", "apiVersion: gitops-tasks/v1\nkind: App\nname: api\nimage: ghcr.io/acme/api:1.0.0\nport: 8080\nenvironments: { dev: {} }\n");
    }

    public void Dispose() => _job.Dispose();

    [Fact]
    public async Task Shows_what_it_would_write_then_writes_it_then_has_nothing_to_do()
    {
        var with = new Dictionary<string, string> { ["spec"] = "config/web.yaml\nconfig/api.yaml\n", ["out"] = "apps/{app}" };
        var shown = await _job.RunAsync(_container, "actions/generate", new(with) { ["dry-run"] = "true", ["diff"] = "true" });
        shown.ExitCode.ShouldBe(0, shown.ToString());
        shown.Outputs["changed"].ShouldBe("true");
        shown.Summary.ShouldContain("```diff\n");
        shown.Summary.ShouldContain("\n+++ b/apps/web/base/deployment.yaml\n");
        Directory.Exists(Path.Combine(_job.Workspace, "apps")).ShouldBeFalse();

        var written = await _job.RunAsync(_container, "actions/generate", with);
        written.ExitCode.ShouldBe(0, written.ToString());
        foreach (var file in written.Outputs["files"].Split('\n'))
            File.Exists(Path.Combine(_job.Workspace, file)).ShouldBeTrue(file);
        written.Outputs["files"].ShouldContain("apps/api/overlays/dev/kustomization.yaml");

        var again = await _job.RunAsync(_container, "actions/generate", new(with) { ["check"] = "true" });
        again.ExitCode.ShouldBe(0, again.ToString());
        again.Outputs["changed"].ShouldBe("false");
    }

    [Fact]
    public async Task Fails_a_pull_request_that_did_not_generate()
    {
        var run = await _job.RunAsync(_container, "actions/generate", new() { ["spec"] = "config/api.yaml", ["out"] = "apps/{app}", ["check"] = "true" });
        run.ExitCode.ShouldBe(1, run.ToString());
        run.Annotations.ShouldContain(line => line.StartsWith("::error file=apps/api/base/deployment.yaml,title=GOT", StringComparison.Ordinal));
        run.Summary.ShouldContain("| error | apps/api/base/deployment.yaml |");
    }
}
