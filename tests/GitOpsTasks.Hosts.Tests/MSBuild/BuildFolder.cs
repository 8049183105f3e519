using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.MSBuild;

/// <summary>A repository with a project in src/app that has the package, and manifests in deploy.</summary>
public sealed class BuildFolder : IAsyncLifetime
{
    private readonly PackedHosts _packed;
    private readonly TemporaryFolder _folder = new();

    public BuildFolder(PackedHosts packed) => _packed = packed;

    internal TemporaryFolder Folder => _folder;

    public async ValueTask InitializeAsync()
    {
        await _packed.PrepareAsync(_folder);
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        _folder.Write("src/app/App.cs", "internal static class App;\n");
        _folder.Write("src/app/app.csproj", Project("<TargetFramework>net10.0</TargetFramework>"));
        _folder.Write("src/twice/twice.csproj", Project("<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>"));
        var restoring = await DotNet.RunAsync(_folder.PathOf("src/app"), "restore");
        restoring.ExitCode.ShouldBe(0, restoring.Text);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Builds the project with the given arguments.</summary>
    internal Task<ProcessResult> BuildAsync(params string[] args) =>
        DotNet.RunAsync(_folder.PathOf("src/app"), ["build", "--no-restore", "-maxCpuCount:1", .. args]);

    private string Project(string properties) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>{properties}</PropertyGroup>
          <ItemGroup><PackageReference Include="GitOpsTasks.MSBuild" Version="{_packed.Version}" PrivateAssets="all" /></ItemGroup>
        </Project>
        """;
}
