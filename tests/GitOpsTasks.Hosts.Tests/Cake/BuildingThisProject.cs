using System.Reflection;
using GitOpsTasks.Hosts.Tests.Declarations;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Cake;

/// <summary>build/build.cake, as it stands in the repository.</summary>
public sealed class BuildingThisProject : IAsyncLifetime
{
    private readonly TemporaryFolder _home = new();

    public async ValueTask InitializeAsync() => Check(await DotNet.RunAtHomeAsync(Repository.Root, _home.FullPath, "tool", "restore"));

    public ValueTask DisposeAsync()
    {
        _home.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Says_what_each_target_is_for()
    {
        var run = Check(await CakeAsync("--description"));
        foreach (var target in new[] { "Build", "Test", "Pack", "Publish", "Describe", "Generate", "Lint", "Promote", "Benchmarks" })
            run.Text.ShouldMatch($@"(?m)^ *{target} +\S");
    }

    [Fact]
    public async Task Bumps_and_promotes_the_example_by_its_own_addin()
    {
        var configuration = typeof(PackedHosts).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var run = Check(await CakeAsync("--target=Promote", "--exclusive", $"--configuration={configuration}"));
        run.Text.ShouldContain("web-to-staging=opened");

        var git = new HermeticGit(_home.FullPath);
        var repository = Repository.PathOf("artifacts/example/config.git");
        (await git.RunAsync(repository, ["diff", "--numstat", "main~1", "main"])).Text.ShouldBe("1\t1\tapps/web/overlays/dev/kustomization.yaml");
        (await git.RunAsync(repository, ["diff", "--numstat", "main", "gitops/promote/web-to-staging"])).Text.ShouldBe("1\t1\tapps/web/overlays/staging/kustomization.yaml");
    }

    private Task<ProcessResult> CakeAsync(params string[] arguments) =>
        DotNet.RunAtHomeAsync(Repository.Root, _home.FullPath, ["cake", "build/build.cake", .. arguments]);

    private static ProcessResult Check(ProcessResult run)
    {
        run.ExitCode.ShouldBe(0, run.Text + run.Error);
        return run;
    }
}
