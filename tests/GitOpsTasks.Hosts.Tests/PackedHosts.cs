using System.Reflection;
using GitOpsTasks.Hosts.Tests;
using GitOpsTasks.Hosts.Tests.Declarations;

[assembly: AssemblyFixture(typeof(PackedHosts))]

namespace GitOpsTasks.Hosts.Tests;

/// <summary>
/// The packages, packed once per run from what was built with the tests, in a feed of their own, under a version that no
/// cache has seen.
/// </summary>
public sealed class PackedHosts : IDisposable
{
    private readonly TemporaryFolder _feed = new();
    private readonly Lazy<Task> _packed;

    public PackedHosts() => _packed = new Lazy<Task>(PackAsync);

    public string Version { get; } = $"0.1.0-t{Guid.NewGuid():N}"[..20];

    /// <summary>The folder the packages are in.</summary>
    internal string Feed => _feed.FullPath;

    /// <summary>The path of a package.</summary>
    public async Task<string> PackageAsync(string id)
    {
        await _packed.Value;
        return _feed.PathOf($"{id}.{Version}.nupkg");
    }

    /// <summary>
    /// Makes a folder a place of its own: packages come from the feed beside the machine's sources, are kept in the folder,
    /// and what the machine has already is taken from there.
    /// </summary>
    internal async Task PrepareAsync(TemporaryFolder folder)
    {
        await _packed.Value;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var machine = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(home, ".nuget", "packages");
        folder.Write("NuGet.Config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="gitops-feed" value="{_feed.FullPath}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{machine}" /></fallbackPackageFolders>
            </configuration>
            """);
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            folder.Write(file, "<Project />");
    }

    public void Dispose() => _feed.Dispose();

    private async Task PackAsync()
    {
        var configuration = typeof(PackedHosts).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        foreach (var project in new[] { "msbuild/GitOpsTasks.MSBuild", "build/Cake.GitOps", "actions/GitOpsTasks.Cli" })
        {
            var packing = await DotNet.RunAsync(
                Repository.Root, "pack", project, "--no-build", "-c", configuration, "-o", _feed.FullPath, $"-p:Version={Version}", "-warnaserror");
            packing.ExitCode.ShouldBe(0, packing.Text);
        }
    }
}
