using System.Security.Cryptography;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Pages;

public sealed class FollowingTheReadme : IDisposable
{
    private static readonly Page s_readme = Page.Read("README.md");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Runs_the_demo_and_again_without_a_change()
    {
        var command = s_readme.Blocks.SelectMany(block => block.Lines).Single(line => line.Contains("GitOpsTasks.Cli -- ", StringComparison.Ordinal));
        var words = command[(command.IndexOf(" -- ", StringComparison.Ordinal) + 4)..];
        Directory.CreateDirectory(_folder.PathOf("here"));

        (await RunAsync("here", $"gitops {words}")).ExitCode.ShouldBe(0);
        var first = Files(_folder.PathOf("here/gitops-demo"));
        first.ShouldNotBeEmpty();
        (await RunAsync("here", $"gitops {words}")).ExitCode.ShouldBe(0);
        Files(_folder.PathOf("here/gitops-demo")).ShouldBe(first);
    }

    [Fact]
    public async Task Runs_the_commands_of_the_tasks_one_after_the_other()
    {
        _folder.Write(
            "here/config/web.yaml",
            "apiVersion: gitops-tasks/v1\nkind: App\nname: web\nimage: ghcr.io/acme/web:1.4.0\nport: 8080\nenvironments: { dev: {}, staging: {}, prod: {} }\n");
        var script = s_readme.Blocks.Single(block => block.Language == "sh").Lines;
        var prepared = await RunAsync("here", """
            git init --quiet --bare --initial-branch=main ../origin.git
            git init --quiet --initial-branch=main .
            git remote add origin ../origin.git
            git add .
            git commit --quiet --message "Describe web"
            git push --quiet --set-upstream origin main
            """);
        prepared.ExitCode.ShouldBe(0, prepared.Error);
        var result = await RunAsync("here", string.Join('\n', script));
        result.ExitCode.ShouldBe(0, result.Text + result.Error);
        _folder.Read("here/apps/web/overlays/dev/kustomization.yaml").ShouldContain("newTag: 1.4.2");
        _folder.Read("here/apps/web/overlays/staging/kustomization.yaml").ShouldContain("newTag: 1.4.0");
        result.Text.ShouldContain("1.4.2");
    }

    private async Task<ProcessResult> RunAsync(string directory, string script)
    {
        var bash = RequiredPart.Find("bash");
        _folder.Write("bin/gitops", $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "gitops.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.PathOf("bin/gitops"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return await SystemProcessRunner.RunAsync(
            new ProcessCommand(bash, ["-euo", "pipefail", "-c", script])
            {
                WorkingDirectory = _folder.PathOf(directory),
                Environment = new HermeticGit(_folder.FullPath).NextEnvironment().With(
                [
                    new("PATH", $"{_folder.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}"),
                    new("DOTNET_ROOT", Environment.GetEnvironmentVariable("DOTNET_ROOT")),
                ]),
                Deadline = TimeSpan.FromMinutes(3),
            },
            TestContext.Current.CancellationToken);
    }

    private static List<string> Files(string folder) =>
    [
        .. from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
           where !file.Contains($"{Path.DirectorySeparatorChar}logs{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && Path.GetFileName(file) != "index"
           orderby file
           select $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}",
    ];
}
