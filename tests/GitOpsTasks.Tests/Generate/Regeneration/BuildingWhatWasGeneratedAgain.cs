using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Generate;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Generate.Regeneration;

public sealed class BuildingWhatWasGeneratedAgain : IDisposable
{
    private const string Deployment = "apps/web/base/deployment.yaml";
    private const string Prod = "apps/web/overlays/prod/kustomization.yaml";
    private const string Spec = Workshop.FiveLines + "env: {A: a}\nenvironments:\n  dev: {}\n  prod: {replicas: 2, env: {A: b}}\n";
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Kustomize_renders_bumps_edits_by_hand_and_the_new_spec()
    {
        await _workshop.GenerateAsync(Spec);
        await BumpAsync("2.0.0");
        Edit(Deployment, "        readinessProbe:\n", "        env:\n        - {name: OWN, value: mine} # ours\n        readinessProbe:\n");
        Edit(Deployment, "            memory: 256Mi\n", "            memory: 300Mi\n");
        Edit(Prod, "images:\n", "nameSuffix: -eu # by hand\nimages:\n");
        var result = await _workshop.GenerateAsync(Spec.Replace("8080", "9090").Replace("replicas: 2", "replicas: 5").Replace("env: {A: a}", "env: {A: a, B: c}"));
        result.Conflicts.ShouldBeEmpty();
        result.Kept.Select(field => field.Field).ShouldBe(
        [
            "spec.template.spec.containers[name=web].env",
            "spec.template.spec.containers[name=web].resources.requests.memory",
            "spec.template.spec.containers[name=web].resources.limits.memory",
            "nameSuffix",
            "images[name=\"ghcr.io/acme/web\"].newTag",
        ],
        ignoreOrder: true);
        var built = await _workshop.KustomizeAsync("apps/web/overlays/prod");
        foreach (var expected in new[] { "image: ghcr.io/acme/web:2.0.0", "name: OWN", "memory: 300Mi", "name: web-eu", "containerPort: 9090", "replicas: 5", "A: b", "B: c" })
            built.ShouldContain(expected + "\n");
        (await _workshop.CheckAsync()).ExitCode.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task Runs_again_on_what_others_pushed_meanwhile()
    {
        _workshop.Write("web.yaml", Spec);
        var token = TestContext.Current.CancellationToken;
        var plan = new Plan { MadeAt = DateTimeOffset.UnixEpoch };
        var tree = new MemoryTree();
        tree.Take(await GenerateEdits.For(await LoadAsync(Spec), TreePath.Parse("x"), ["dev", "prod"])(tree, plan, token));
        var edit = GenerateEdits.For(await LoadAsync(Spec.Replace("8080", "9090")), TreePath.Parse("x"), ["dev", "prod"]);
        await edit(tree, plan, token);
        tree["x/overlays/prod/kustomization.yaml"] = tree["x/overlays/prod/kustomization.yaml"].Replace("1.0.0", "2.0.0");
        tree.Take(await edit(tree, plan, token));
        tree["x/overlays/prod/kustomization.yaml"].ShouldContain("newTag: 2.0.0");
        tree["x/base/deployment.yaml"].ShouldContain("containerPort: 9090");
    }

    [Fact]
    public async Task Ends_without_writing_where_no_task_reports_conflicts()
    {
        var token = TestContext.Current.CancellationToken;
        var plan = new Plan { MadeAt = DateTimeOffset.UnixEpoch };
        var tree = new MemoryTree();
        tree.Take(await GenerateEdits.For(await LoadAsync(Spec), TreePath.Parse("x"), ["prod"])(tree, plan, token));
        tree["x/base/deployment.yaml"] = tree["x/base/deployment.yaml"].Replace("8080", "7070");
        var edit = GenerateEdits.For(await LoadAsync(Spec.Replace("8080", "9090")), TreePath.Parse("x"), ["prod"]);
        var failure = await Should.ThrowAsync<TaskFailedException>(edit(tree, plan, token).AsTask());
        failure.Diagnostics.Single().Message.ShouldBe(
            "'spec.template.spec.containers[name=web].ports[name=http].containerPort' was changed here from '8080' to '7070', and by the spec to '9090'.");
    }

    private async Task<AppSpecFile> LoadAsync(string spec)
    {
        _workshop.Write("web.yaml", spec);
        return await AppSpecFile.LoadAsync(_workshop.Context, "web.yaml", TestContext.Current.CancellationToken);
    }

    private async Task BumpAsync(string tag) => (await BumpTask.Declaration.RunAsync(
        new InputValues().Add("path", "apps/web/overlays/prod").Add("image", "ghcr.io/acme/web:" + tag), _workshop.Context, TestContext.Current.CancellationToken))
        .ExitCode.ShouldBe(ExitCode.Done);

    private void Edit(string path, string old, string @new)
    {
        _workshop.Read(path).ShouldContain(old, Case.Sensitive);
        _workshop.Write(path, _workshop.Read(path).Replace(old, @new, StringComparison.Ordinal));
    }
}
