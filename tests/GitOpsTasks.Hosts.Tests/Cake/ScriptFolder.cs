using GitOpsTasks.Hosts.Tests.Declarations;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Cake;

/// <summary>A folder with a Cake script that has the addin, after another that brings an older YamlDotNet.</summary>
public sealed class ScriptFolder(PackedHosts packed) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal TemporaryFolder Folder => _folder;

    public async ValueTask InitializeAsync()
    {
        await packed.PrepareAsync(_folder);
        _folder.Write(".config/dotnet-tools.json", await File.ReadAllTextAsync(Repository.PathOf(".config/dotnet-tools.json")));
        _folder.Write("build.cake", $$"""
            #addin nuget:?package=YamlDotNet&version=13.7.1
            #addin nuget:?package=Cake.GitOps&version={{packed.Version}}&prerelease
            Task("Yaml").Does(() => Information("YamlDotNet {0}", typeof(YamlDotNet.Serialization.Deserializer).Assembly.GetName().Version));
            Task("Bump").IsDependentOn("Yaml").Does(() =>
            {
                var bumped = GitOpsBump(new GitOpsBumpSettings { Path = ["deploy/web"], Image = ["ghcr.io/acme/web:1.1.0"] });
                Information("changed {0}: {1}", bumped.Changed, string.Join(", ", bumped.Files));
                var linted = GitOpsLint(new GitOpsLintSettings { WorkingDirectory = "deploy/web" });
                Information("{0} files, {1} errors", linted.Files, linted.Errors);
            });
            Task("Lint").Does(() => GitOpsLint(new GitOpsLintSettings { Path = ["deploy/bad"] }));
            Task("Usage").Does(() => GitOpsBump(new GitOpsBumpSettings()));
            RunTarget(Argument<string>("target"));
            """);
        var restoring = await DotNet.RunToolAsync(_folder.FullPath, "tool", "restore");
        restoring.ExitCode.ShouldBe(0, restoring.Text);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Task<ProcessResult> RunAsync(string target) => DotNet.RunToolAsync(_folder.FullPath, "cake", $"--target={target}");
}
