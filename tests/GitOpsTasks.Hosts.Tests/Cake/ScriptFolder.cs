using Cake.GitOps;
using GitOpsTasks.Hosts.Tests.Declarations;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Cake;

/// <summary>
/// A fresh folder, as the page of the addin has a reader begin, with two scripts: one that has the package, after another
/// that brings an older YamlDotNet, and one that refers to the assembly.
/// </summary>
public sealed class ScriptFolder(PackedHosts packed) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal TemporaryFolder Folder => _folder;

    public async ValueTask InitializeAsync()
    {
        await packed.PrepareAsync(_folder);
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
            Task("Documented").Does(() =>
            {
                {{string.Join('\n', DeclaredFiles.BuildTasks.SelectMany(task => task.Examples.Select(example => CakeExample.Render(task, example))))}}
            });
            RunTarget(Argument<string>("target"));
            """);
        _folder.Write("reference.cake", $$"""
            #r "{{typeof(GitOpsAliases).Assembly.Location}}"
            Task("Bump").Does(() => GitOpsBump(new GitOpsBumpSettings { Path = ["deploy/other"], Image = ["ghcr.io/acme/web:1.1.0"] }));
            RunTarget("Bump");
            """);
        await PrepareAsync("new", "tool-manifest");
        await PrepareAsync("tool", "install", "Cake.Tool", "--version", "7.0.0");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Task<ProcessResult> RunAsync(string target) => DotNet.RunToolAsync(_folder.FullPath, "cake", $"--target={target}");

    private async Task PrepareAsync(params string[] arguments)
    {
        var preparing = await DotNet.RunToolAsync(_folder.FullPath, arguments);
        preparing.ExitCode.ShouldBe(0, preparing.Text + preparing.Error);
    }
}
