using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed class GeneratingOnTheCommandLine : IDisposable
{
    private const string Deployment = "apps/web/base/deployment.yaml";
    private const string Overlay = "apps/web/overlays/prod/kustomization.yaml";
    private readonly TemporaryFolder _folder = new();
    private readonly HermeticGit _git;

    public GeneratingOnTheCommandLine()
    {
        _git = new HermeticGit(_folder.FullPath);
        foreach (var app in new[] { "web", "api" })
            _folder.Write($"config/{app}.yaml", Spec(app));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Checks_for_stale_files_but_not_for_changes_by_hand()
    {
        await GenerateAsync("web", 0);
        await GenerateAsync("web", 0, "--check");
        Edit(Deployment, "memory: 256Mi", "memory: 512Mi # measured");
        Edit(Overlay, "newTag: 1.0.0", "newTag: 1.4.2");
        var kept = await GenerateAsync("web", 0, "--check");
        kept.Text.ShouldContain($"keep    {Overlay}:7:11: Kustomization images[name=\"ghcr.io/acme/web\"].newTag 1.4.2, not 1.0.0");

        _folder.Write("config/web.yaml", Spec("web").Replace("8080", "9090"));
        var stale = await GenerateAsync("web", 1, "--check");
        stale.Text.ShouldContain("-          containerPort: 8080\n+          containerPort: 9090\n");
        stale.Text.ShouldContain($"{Deployment}: error GOT4001");
        _folder.Read(Deployment).ShouldContain("containerPort: 8080");
        await GenerateAsync("web", 0, "--dry-run", "--diff");
        _folder.Read(Deployment).ShouldContain("containerPort: 8080");

        await GenerateAsync("web", 0);
        _folder.Read(Deployment).ShouldContain("containerPort: 9090");
        _folder.Read(Deployment).ShouldContain("memory: 512Mi # measured");
        _folder.Read(Overlay).ShouldContain("newTag: 1.4.2");
        await GenerateAsync("web", 0, "--check");
    }

    [Fact]
    public async Task Fails_on_a_conflict_until_told_who_wins()
    {
        await GenerateAsync("web", 0);
        Edit(Overlay, "newTag: 1.0.0", "newTag: 1.4.2");
        _folder.Write("config/web.yaml", Spec("web").Replace("1.0.0", "1.1.0").Replace("8080", "9090"));
        foreach (var option in new[] { "--diff", "--check" })
        {
            var conflict = await GenerateAsync("web", 1, option);
            conflict.Text.ShouldContain(
                $"{Overlay}:7:11: error GOT4101: 'images[name=\"ghcr.io/acme/web\"].newTag' was changed here from '1.0.0' to '1.4.2', and by the spec to '1.1.0'.");
            _folder.Read(Deployment).ShouldContain("containerPort: 8080");
        }

        var json = await GenerateAsync("web", 1, "--output", "json");
        json.Text.ShouldContain("\"value\": \"1.4.2\"");
        json.Text.ShouldContain("\"wanted\": \"1.1.0\"");
        await GenerateAsync("web", 0, "--on-conflict", "file");
        _folder.Read(Overlay).ShouldContain("newTag: 1.4.2");
        _folder.Read(Deployment).ShouldContain("containerPort: 9090");
        _folder.Write("config/web.yaml", Spec("web").Replace("1.0.0", "1.2.0"));
        await GenerateAsync("web", 0, "--on-conflict", "spec");
        _folder.Read(Overlay).ShouldContain("newTag: 1.2.0");
    }

    [Fact]
    public async Task Two_branches_that_generate_different_apps_merge()
    {
        await BranchesAsync(
            () => _folder.Write("config/web.yaml", Spec("web").Replace("8080", "9090")),
            () => _folder.Write("config/api.yaml", Spec("api").Replace("8080", "7070")));
        (await _git.TryRunAsync(_folder.FullPath, ["merge", "--quiet", "--no-edit", "topic"])).ExitCode.ShouldBe(0);
        await GenerateAsync("web", 0, "--check");
        await GenerateAsync("api", 0, "--check");
    }

    [Fact]
    public async Task Two_branches_that_change_different_fields_of_one_app_merge()
    {
        await BranchesAsync(
            () => _folder.Write("config/web.yaml", Spec("web").Replace("8080", "9090")),
            () => _folder.Write("config/web.yaml", Spec("web", "{ env: { LEVEL: debug } }") + "command: [/app/web]\n"), "web");
        await _git.TryRunAsync(_folder.FullPath, ["merge", "--quiet", "--no-edit", "topic"]);
        _folder.Write("config/web.yaml", Spec("web", "{ env: { LEVEL: debug } }").Replace("8080", "9090") + "command: [/app/web]\n");
        foreach (var file in new[] { Deployment, Overlay, "apps/web/base/service.yaml", "apps/web/base/kustomization.yaml" })
            _folder.Read(file).ShouldNotContain("<<<<<<<");
        await GenerateAsync("web", 0);
        _folder.Read("apps/web/.gitops/generated.yaml").ShouldNotContain("<<<<<<<");
        await GenerateAsync("web", 0, "--check");
        _folder.Read(Deployment).ShouldContain("containerPort: 9090");
    }

    private async Task BranchesAsync(Action ours, Action theirs, string second = "api")
    {
        await _git.RunAsync(_folder.FullPath, ["init", "--quiet", "--initial-branch=main"]);
        await GenerateAsync("web", 0);
        await GenerateAsync("api", 0);
        await CommitAsync();
        await _git.RunAsync(_folder.FullPath, ["checkout", "--quiet", "-b", "topic"]);
        theirs();
        await GenerateAsync(second, 0);
        await CommitAsync();
        await _git.RunAsync(_folder.FullPath, ["checkout", "--quiet", "main"]);
        ours();
        await GenerateAsync("web", 0);
        await CommitAsync();
    }

    private async Task CommitAsync()
    {
        await _git.RunAsync(_folder.FullPath, ["add", "--all"]);
        await _git.RunAsync(_folder.FullPath, ["commit", "--quiet", "-m", "generate"]);
    }

    private void Edit(string path, string old, string @new)
    {
        _folder.Read(path).ShouldContain(old);
        _folder.Write(path, _folder.Read(path).Replace(old, @new));
    }

    private async Task<ProcessResult> GenerateAsync(string app, int exitCode, params string[] options)
    {
        var result = await SystemProcessRunner.RunAsync(
            new ProcessCommand("dotnet", [Path.Combine(AppContext.BaseDirectory, "gitops.dll"), "generate", $"config/{app}.yaml", "--out", "apps/{app}", "--no-progress", .. options])
            {
                WorkingDirectory = _folder.FullPath,
                Environment = _git.NextEnvironment(),
            },
            TestContext.Current.CancellationToken);
        result.ExitCode.ShouldBe(exitCode, result.Error + result.Text);
        return result;
    }

    private static string Spec(string app, string prod = "{}") =>
        $"apiVersion: gitops-tasks/v1\nkind: App\nname: {app}\nimage: ghcr.io/acme/{app}:1.0.0\nport: 8080\nenvironments: {{ prod: {prod} }}\n";
}
