using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.MSBuild;

/// <summary>A repository with projects in src/app, src/b and src/c that have the package, solutions of them, and manifests in deploy.</summary>
public sealed class BuildFolder : IAsyncLifetime
{
    private static readonly string[] Projects = ["app", "b", "c"];

    private readonly PackedHosts _packed;
    private readonly TemporaryFolder _folder = new();

    public BuildFolder(PackedHosts packed) => _packed = packed;

    internal TemporaryFolder Folder => _folder;

    public async ValueTask InitializeAsync()
    {
        await _packed.PrepareAsync(_folder);
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        _folder.Write("src/app/App.cs", "internal static class App;\n");
        foreach (var name in Projects)
            _folder.Write($"src/{name}/{name}.csproj", Project("<TargetFramework>net10.0</TargetFramework>"));
        _folder.Write("all.slnx", $"<Solution>{string.Concat(Projects.Select(name => $"<Project Path=\"src/{name}/{name}.csproj\" />"))}</Solution>");
        _folder.Write("all.sln", Solution());
        _folder.Write("src/twice/twice.csproj", Project("<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>"));
        var restoring = await DotNet.RunAsync(_folder.FullPath, "restore", "all.slnx");
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

    private static string Solution()
    {
        var projects = Projects.Select((name, index) => (Name: name, Id: $"{{00000000-0000-0000-0000-00000000000{index}}}")).ToList();
        return $"""

            Microsoft Visual Studio Solution File, Format Version 12.00
            {string.Join('\n', projects.Select(project => $"Project(\"{{9A19103F-16F7-4668-BE54-9A1E7A4F7556}}\") = \"{project.Name}\", \"src\\{project.Name}\\{project.Name}.csproj\", \"{project.Id}\"\nEndProject"))}
            Global
            {'\t'}GlobalSection(SolutionConfigurationPlatforms) = preSolution
            {'\t'}{'\t'}Debug|Any CPU = Debug|Any CPU
            {'\t'}EndGlobalSection
            {'\t'}GlobalSection(ProjectConfigurationPlatforms) = postSolution
            {string.Join('\n', projects.Select(project => $"\t\t{project.Id}.Debug|Any CPU.ActiveCfg = Debug|Any CPU\n\t\t{project.Id}.Debug|Any CPU.Build.0 = Debug|Any CPU"))}
            {'\t'}EndGlobalSection
            EndGlobal

            """;
    }

    private string Project(string properties) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>{properties}</PropertyGroup>
          <ItemGroup><PackageReference Include="GitOpsTasks.MSBuild" Version="{_packed.Version}" PrivateAssets="all" /></ItemGroup>
        </Project>
        """;
}
