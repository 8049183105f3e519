using System.Text;
using System.Text.Json;
using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Generate;

public sealed class RunningTheTask : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Writes_several_apps_into_folders_of_their_own()
    {
        _workshop.Write("config/web.yaml", Workshop.FiveLines);
        _workshop.Write("config/api.yaml", Workshop.FiveLines.Replace("web", "api"));
        var outcome = await _workshop.RunAsync(new InputValues().Add("spec", ["config/web.yaml", "config/api.yaml"]).Add("out", "apps/{app}"));
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        outcome.Result!.Apps.Select(app => (app.Name, app.Written.Count)).ShouldBe([("web", 5), ("api", 5)]);
        _workshop.Files("apps").Count(file => file.StartsWith("api/", StringComparison.Ordinal)).ShouldBe(5);
    }

    [Fact]
    public async Task Tells_its_result_as_json_and_as_outputs()
    {
        _workshop.Write("web.yaml", Workshop.FiveLines);
        var outcome = await _workshop.RunAsync("web.yaml");
        outcome.Outputs.Select(output => (output.Key.Name, output.Value)).ShouldBe(
        [
            ("changed", "true"),
            ("files", "apps/web/.gitops/generated.yaml\napps/web/base/deployment.yaml\napps/web/base/kustomization.yaml\napps/web/base/service.yaml\napps/web/overlays/dev/kustomization.yaml"),
            ("removed", ""),
            ("conflicts", ""),
        ]);
        var bytes = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(bytes))
            outcome.WriteResult(writer);
        Encoding.UTF8.GetString(bytes.ToArray()).ShouldStartWith("{\"changed\":true,\"apps\":[{\"name\":\"web\",\"spec\":\"web.yaml\",\"written\":[\"apps/web/.gitops/generated.yaml\",");
    }

    [Fact]
    public async Task Tells_paths_from_the_root_of_the_git_work_tree()
    {
        Directory.CreateDirectory(Path.Combine(_workshop.Folder, "repo", ".git"));
        _workshop.Write("web.yaml", Workshop.FiveLines);
        var outcome = await _workshop.RunAsync(new InputValues().Add("spec", "web.yaml").Add("out", "repo/deploy/{app}"));
        outcome.Result!.Apps[0].Written[1].ShouldBe("deploy/web/base/deployment.yaml");
        _workshop.Files("repo/deploy/web").Count.ShouldBe(5);
    }

    [Fact]
    public async Task Warns_of_an_overlay_without_a_version_which_bump_can_set()
    {
        _workshop.Write("web.yaml", Workshop.FiveLines.Replace(":1.0.0", ""));
        var outcome = await _workshop.RunAsync("web.yaml");
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        outcome.Diagnostics.Single().ToString().ShouldStartWith(
            "apps/web/overlays/dev/kustomization.yaml:1:1: warning GOT4007: The overlay does not say which version of 'ghcr.io/acme/web' runs in 'dev'.");
        var bump = await BumpTask.Declaration.RunAsync(
            new InputValues().Add("path", "apps/web/overlays/dev").Add("image", "ghcr.io/acme/web:3.1.4"), _workshop.Context, TestContext.Current.CancellationToken);
        bump.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', bump.Diagnostics));
        (await _workshop.KustomizeAsync("apps/web/overlays/dev")).ShouldContain("image: ghcr.io/acme/web:3.1.4\n");
        (await _workshop.RunAsync("web.yaml")).Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_digest_is_a_first_version_too()
    {
        var digest = "sha256:" + new string('a', 64);
        await _workshop.GenerateAsync(Workshop.FiveLines.Replace(":1.0.0", "@" + digest));
        (await _workshop.KustomizeAsync("apps/web/overlays/dev")).ShouldContain($"image: ghcr.io/acme/web@{digest}\n");
    }

    [Fact]
    public async Task Passes_on_warnings_about_env_files_once()
    {
        _workshop.Write("a.env", "A=\"x\"\n");
        _workshop.Write("web.yaml", Workshop.FiveLines + "envFile: a.env\nenvironments: {dev: {envFile: a.env}}\n");
        (await _workshop.RunAsync("web.yaml")).Diagnostics.Single().ToString().ShouldStartWith("a.env:1:1: warning GOT4003");
    }

    [Theory]
    [InlineData("spec", "no.yaml", "out", "x", "There is no file 'no.yaml'.")]
    [InlineData("spec", "web.yaml", "environment", "dev", "The input 'out' is required.")]
    [InlineData("out", "x", "check", "true", "The input 'spec' is required.")]
    public async Task Says_what_is_missing(string firstInput, string firstValue, string secondInput, string secondValue, string expected)
    {
        var outcome = await _workshop.RunAsync(new InputValues().Add(firstInput, firstValue).Add(secondInput, secondValue));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.Single().Message.ShouldBe(expected);
    }

    [Theory]
    [InlineData("apps", null, "2 specs cannot share the folder 'apps'.")]
    [InlineData("apps/{app}", null, "'web.yaml' and 'web2.yaml' both describe 'web'.")]
    [InlineData("apps/{app}", "pord", "'web.yaml' has no environment 'pord'.")]
    public async Task Refuses_inputs_that_cannot_be_meant(string @out, string? environment, string expected)
    {
        _workshop.Write("web.yaml", Workshop.FiveLines + "environments: {prod: {}}\n");
        _workshop.Write("web2.yaml", Workshop.FiveLines);
        var outcome = await _workshop.RunAsync(new InputValues().Add("spec", ["web.yaml", "web2.yaml"]).Add("out", @out).Add("environment", environment));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.Single().Message.ShouldBe(expected);
        Directory.Exists(Path.Combine(_workshop.Folder, "apps")).ShouldBeFalse();
    }
}
