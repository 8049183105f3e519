using System.Xml.Linq;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed class PackingTheTool(PackedHosts packed) : IDisposable
{
    private const string Settings = "tools/net10.0/any/DotnetToolSettings.xml";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Has_the_program_its_symbols_and_what_it_needs() =>
        Packages.Entries(await packed.PackageAsync("gitops-tasks")).ShouldBe(
        [
            "LICENSE",
            "README.md",
            "gitops-tasks.nuspec",
            "icon.png",
            "tools/net10.0/any/DiffPlex.dll",
            Settings,
            "tools/net10.0/any/GitOpsTasks.dll",
            "tools/net10.0/any/GitOpsTasks.pdb",
            "tools/net10.0/any/Polly.Core.dll",
            "tools/net10.0/any/Spectre.Console.dll",
            "tools/net10.0/any/System.CommandLine.dll",
            "tools/net10.0/any/gitops.deps.json",
            "tools/net10.0/any/gitops.dll",
            "tools/net10.0/any/gitops.pdb",
            "tools/net10.0/any/gitops.runtimeconfig.json",
        ]);

    [Fact]
    public async Task Is_called_gitops_and_shows_a_page_whose_links_lead_somewhere()
    {
        var package = await packed.PackageAsync("gitops-tasks");
        XDocument.Parse(Packages.Read(package, Settings)).Descendants("Command").Single().Attribute("Name")!.Value.ShouldBe("gitops");
        Packages.RelativeLinks(package).ShouldBeEmpty();
    }

    [Fact]
    public async Task Installs_into_an_empty_home_and_bumps()
    {
        await packed.PrepareAsync(_folder);
        var installing = await DotNet.RunAsNewcomerAsync(
            _folder.FullPath, "tool", "install", "gitops-tasks", "--tool-path", "tools", "--version", packed.Version, "--source", packed.Feed);
        installing.ExitCode.ShouldBe(0, installing.Text + installing.Error);
        _folder.Write("web.yaml", Manifests.Deployment("ghcr.io/acme/web:1.0.0"));

        (await RunAsync("--version")).ShouldMatch(@"^\d+\.\d+\.\d+");
        (await RunAsync("bump", "web.yaml", "--image", "ghcr.io/acme/web:1.1.0")).ShouldContain("web.yaml");
        _folder.Read("web.yaml").ShouldBe(Manifests.Deployment("ghcr.io/acme/web:1.1.0"));
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var program = _folder.PathOf(OperatingSystem.IsWindows() ? "tools/gitops.exe" : "tools/gitops");
        var run = await SystemProcessRunner.RunAsync(
            new ProcessCommand(program, arguments)
            {
                WorkingDirectory = _folder.FullPath,
                Environment = new EnvironmentSnapshot(new Dictionary<string, string>
                {
                    ["HOME"] = _folder.FullPath,
                    ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
                    ["DOTNET_ROOT"] = Path.GetFullPath("../../..", System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory()),
                }),
            },
            TestContext.Current.CancellationToken);
        run.ExitCode.ShouldBe(0, run.Error);
        return run.Text;
    }
}
