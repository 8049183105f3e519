namespace GitOpsTasks.Hosts.Tests.Cake;

public sealed class RunningAScript(ScriptFolder script) : IClassFixture<ScriptFolder>
{
    [Fact]
    public async Task Bumps_and_lints_beside_an_addin_that_brought_an_older_YamlDotNet()
    {
        script.Folder.Write("deploy/web/web.yaml", Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
        var run = await script.RunAsync("Bump");
        run.ExitCode.ShouldBe(0, run.Text + run.Error);
        run.Text.ShouldContain("YamlDotNet 13.");
        run.Text.ShouldContain("changed True: ");
        run.Text.ShouldContain("1 files, 0 errors");
        script.Folder.Read("deploy/web/web.yaml").ShouldBe(Manifests.Deployment("ghcr.io/acme/web:1.1.0"));
    }

    [Fact]
    public async Task Fails_on_findings_and_tells_their_places()
    {
        script.Folder.Write("deploy/bad/config.yaml", Manifests.DuplicateKey);
        var run = await script.RunAsync("Lint");
        run.ExitCode.ShouldNotBe(0);
        (run.Text + run.Error).ShouldContain("config.yaml:5:3: error GOT2101: ");
    }

    [Fact]
    public async Task Says_what_the_engine_says_of_a_missing_input()
    {
        var run = await script.RunAsync("Usage");
        run.ExitCode.ShouldNotBe(0);
        (run.Text + run.Error).ShouldContain("gitops bump ended with exit code 2.");
        (run.Text + run.Error).ShouldContain("error GOT1001: Neither --image nor --setter is given.");
    }

    [Fact]
    public async Task Takes_the_assembly_by_reference_too()
    {
        script.Folder.Write("deploy/other/web.yaml", Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
        var run = await DotNet.RunToolAsync(script.Folder.FullPath, "cake", "reference.cake");
        run.ExitCode.ShouldBe(0, run.Text + run.Error);
        script.Folder.Read("deploy/other/web.yaml").ShouldBe(Manifests.Deployment("ghcr.io/acme/web:1.1.0"));
    }
}
