using GitOpsTasks.Contracts;
using GitOpsTasks.Generate;
using GitOpsTasks.Generate.Layout;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Generate;

public sealed class GeneratingAgain : IDisposable
{
    private const string WithData = Workshop.FiveLines + "env: {A: a}\nenvironments:\n  dev: {}\n  prod: {replicas: 2, env: {A: b}}\n";
    private const string Overlay = "apps/web/overlays/prod/kustomization.yaml";
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Changes_nothing_where_the_spec_is_the_same()
    {
        var first = await _workshop.GenerateAsync(WithData);
        first.Changed.ShouldBeTrue();
        var before = _workshop.Contents("apps");
        var second = await _workshop.GenerateAsync();
        second.Changed.ShouldBeFalse();
        second.Apps[0].Written.ShouldBeEmpty();
        second.Apps[0].Unchanged.ShouldBe(first.Apps[0].Written.Skip(1));
        _workshop.Contents("apps").ShouldBe(before);
    }

    [Fact]
    public async Task Gives_the_same_bytes_anywhere()
    {
        using var other = new Workshop();
        await _workshop.GenerateAsync(WithData);
        await other.GenerateAsync(WithData.Replace("\n", "\r\n"));
        other.Contents("apps").ShouldBe(_workshop.Contents("apps"));
        _workshop.Files("apps").ShouldAllBe(file => !_workshop.Read("apps/" + file).Contains('\r') && _workshop.Read("apps/" + file).EndsWith('\n'));
    }

    [Fact]
    public async Task Is_a_pure_function_of_the_tree()
    {
        _workshop.Write("web.yaml", WithData);
        var token = TestContext.Current.CancellationToken;
        var app = await AppSpecFile.LoadAsync(_workshop.Context, "web.yaml", token);
        var edit = GenerateEdits.For(app, TreePath.Parse("x"), ["dev", "prod"]);
        var plan = new Plan { MadeAt = DateTimeOffset.UnixEpoch };
        var tree = new WorkTree(_workshop.Folder);
        var changes = await edit(tree, plan, token);
        changes.Files.Count.ShouldBe(9);
        (await edit(new ChangedTree(tree, changes), plan, token)).IsEmpty.ShouldBeTrue();
        Directory.Exists(Path.Combine(_workshop.Folder, "x")).ShouldBeFalse();
    }

    [Fact]
    public async Task Writes_at_first_what_is_desired()
    {
        await _workshop.GenerateAsync(WithData);
        var app = await AppSpecFile.LoadAsync(_workshop.Context, "web.yaml", TestContext.Current.CancellationToken);
        var desired = new AppFiles(app, GenerateTarget.Below(TreePath.Parse("apps/web"), app.Spec.Layout, ["dev", "prod"])).Desired;
        desired.Select(file => file.Path.Value).Prepend("apps/web/.gitops/generated.yaml").ShouldBe(_workshop.Files("apps/web").Select(file => "apps/web/" + file));
        desired.ShouldAllBe(file => System.Text.Encoding.UTF8.GetString(file.Content) == _workshop.Read(file.Path.Value));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Keeps_every_byte_of_a_bumped_overlay(string lineEnd)
    {
        await _workshop.GenerateAsync(WithData);
        var bumped = """
            # owned by the shop team
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            namespace: shop   # theirs
            resources:
              - ../../base/
              - extra.yaml
            images:
              - name: ghcr.io/acme/web
                newTag: '1.10'  # bumped
            patches:
              - path: ./configmap.yaml
              - path: deployment.yaml
              - path: ours.yaml  # by hand
            """.ReplaceLineEndings(lineEnd);
        _workshop.Write(Overlay, bumped);
        (await _workshop.GenerateAsync()).Changed.ShouldBeFalse();
        _workshop.Read(Overlay).ShouldBe(bumped);
    }

    [Fact]
    public async Task Adds_to_an_overlay_only_what_is_missing()
    {
        _workshop.Write(Overlay, "# kept\nkind: Kustomization\nresources:\n  - extra.yaml # kept\nimages:\n  - name: ghcr.io/acme/web\n    newTag: 2.0.0\n");
        await _workshop.GenerateAsync(WithData);
        _workshop.Read(Overlay).ShouldBe(
            "# kept\nkind: Kustomization\nresources:\n  - extra.yaml # kept\n  - ../../base\nimages:\n  - name: ghcr.io/acme/web\n    newTag: 2.0.0\npatches:\n  - path: configmap.yaml\n  - path: deployment.yaml\n");
    }

    [Theory]
    [InlineData("resources: [../../base]\npatches:\n", "resources: [../../base]\npatches:\n- path: configmap.yaml\n- path: deployment.yaml\n")]
    [InlineData("resources: [../../base]\npatches: []\nnamePrefix: x\n", "resources: [../../base]\npatches: [{path: configmap.yaml}, {path: deployment.yaml}]\nnamePrefix: x\n")]
    [InlineData("resources: [../../base]\npatches: [{path: a.yaml}]", "resources: [../../base]\npatches: [{path: a.yaml}, {path: configmap.yaml}, {path: deployment.yaml}]")]
    [InlineData("{kind: Kustomization, resources: [../../base]}\n", "{kind: Kustomization, resources: [../../base], patches: [{path: configmap.yaml}, {path: deployment.yaml}]}\n")]
    public async Task Adds_patches_however_the_list_is_written(string before, string after)
    {
        _workshop.Write(Overlay, before);
        await _workshop.GenerateAsync(WithData);
        _workshop.Read(Overlay).ShouldBe(after);
    }

    [Fact]
    public async Task Removes_what_the_spec_no_longer_wants()
    {
        await _workshop.GenerateAsync(WithData);
        _workshop.Write(Overlay, _workshop.Read(Overlay) + "- path: ours.yaml # by hand\n");
        var result = await _workshop.GenerateAsync("apiVersion: gitops-tasks/v1\nkind: App\nname: web\nimage: ghcr.io/acme/web:1.0.0\nenvironments: {dev: {}, prod: {}}\n");
        result.Apps[0].Removed.ShouldBe(
        [
            "apps/web/base/configmap.yaml", "apps/web/base/service.yaml", "apps/web/overlays/prod/configmap.yaml", "apps/web/overlays/prod/deployment.yaml",
        ]);
        _workshop.Read(Overlay).ShouldEndWith("  newTag: 1.0.0\npatches:\n- path: ours.yaml # by hand\n");
    }

    [Fact]
    public async Task Removes_the_list_of_patches_with_its_last_one()
    {
        await _workshop.GenerateAsync(WithData);
        await _workshop.GenerateAsync(Workshop.FiveLines + "environments: {dev: {}, prod: {}}\n");
        _workshop.Read(Overlay).ShouldEndWith("  newTag: 1.0.0\n");
        await _workshop.KustomizeAsync("apps/web/overlays/prod");
    }

    [Fact]
    public async Task Leaves_overlays_of_other_environments_alone()
    {
        await _workshop.GenerateAsync(WithData);
        _workshop.Write("apps/web/overlays/prod/deployment.yaml", "# stale\n");
        _workshop.Write("web.yaml", WithData.Replace("dev: {}", "dev: {replicas: 3}"));
        var outcome = await _workshop.RunAsync(new InputValues().Add("spec", "web.yaml").Add("out", "apps/web").Add("environment", "dev"));
        outcome.Result!.Apps[0].Written.ShouldBe(["apps/web/.gitops/generated.yaml", "apps/web/overlays/dev/deployment.yaml", "apps/web/overlays/dev/kustomization.yaml"]);
    }

    [Theory]
    [InlineData("apps/web/base/deployment.yaml")]
    [InlineData("apps/web/overlays/prod/configmap.yaml")]
    public async Task Refuses_to_overwrite_files_of_others(string path)
    {
        _workshop.Write("web.yaml", WithData);
        _workshop.Write(path, "kind: Deployment\n");
        var outcome = await _workshop.RunAsync("web.yaml");
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        outcome.Diagnostics.Single().ToString().ShouldStartWith($"{path}:1:1: error GOT4006: '{path}' was not generated and would be overwritten.");
        _workshop.Files("apps").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Leaves_files_of_others_where_it_wants_none()
    {
        _workshop.Write("apps/web/base/configmap.yaml", "kind: ConfigMap\n");
        _workshop.Write("apps/web/overlays/dev/deployment.yaml", "kind: Deployment\n");
        const string Own = "resources:\n- ../../base\nimages:\n- name: ghcr.io/acme/web\n  newTag: 1.0.0\npatches:\n- path: deployment.yaml\n";
        _workshop.Write("apps/web/overlays/dev/kustomization.yaml", Own);
        (await _workshop.GenerateAsync(Workshop.FiveLines)).Apps[0].Removed.ShouldBeEmpty();
        _workshop.Read("apps/web/overlays/dev/kustomization.yaml").ShouldBe(Own);
    }

    [Theory]
    [InlineData("resources: {a: b}\n", "1:12: error GOT4101: 'resources' is '{a: b}' here, the spec wants '[../../base]', and no record says who changed it.")]
    [InlineData("- a\n", "1:1: error GOT4008: This is not one mapping. Make it one mapping, or remove the file to have it written.")]
    [InlineData("a: {b\nc: d\n", "error GOT2001")]
    public async Task Says_where_an_overlay_cannot_be_extended(string overlay, string expected)
    {
        _workshop.Write(Overlay, overlay);
        _workshop.Write("web.yaml", WithData);
        var outcome = await _workshop.RunAsync("web.yaml");
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        outcome.Diagnostics[0].ToString().ShouldContain(expected);
        _workshop.Read(Overlay).ShouldBe(overlay);
        _workshop.Files("apps").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Checks_without_writing()
    {
        await _workshop.GenerateAsync(WithData);
        (await _workshop.CheckAsync()).ExitCode.ShouldBe(ExitCode.Done);
        var before = _workshop.Contents("apps");
        _workshop.Write("web.yaml", WithData.Replace("8080", "8081").Replace("A: b", "A: c"));
        var outcome = await _workshop.CheckAsync();
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        outcome.Diagnostics.Select(d => d.Place!.File).ShouldBe(
        [
            "apps/web/.gitops/generated.yaml", "apps/web/base/deployment.yaml", "apps/web/base/service.yaml",
            "apps/web/overlays/prod/configmap.yaml", "apps/web/overlays/prod/deployment.yaml",
        ]);
        outcome.Result!.Diff.ShouldNotBeNull().ShouldContain("-          containerPort: 8080\n+          containerPort: 8081\n");
        _workshop.Contents("apps").ShouldBe(before);
    }
}
