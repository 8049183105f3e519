using System.Text.Json;
using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;
using GitOpsTasks.Hosts.Tests.Declarations;

namespace GitOpsTasks.Hosts.Tests.Scenario;

/// <summary>A target of the packed MSBuild package, in a project that has nothing else.</summary>
/// <param name="packed">The packages.</param>
internal sealed class MSBuildHost(PackedHosts packed) : ITaskHost
{
    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, string>> RunAsync(
        string task, IReadOnlyDictionary<string, string> inputs, IReadOnlyDictionary<string, string> variables)
    {
        await RestoreAsync();
        var declaration = TaskCatalog.Entries.Single(entry => entry.Name == task).Load();
        var outputs = MSBuildTargets.OutputsOf(declaration).ToList();
        var run = await DotNet.RunWithAsync(_folder.FullPath, variables,
        [
            "build", "--no-restore", $"-t:{HostNames.MSBuildTask(declaration)}",
            .. inputs.Select(input => $"-p:{HostNames.MSBuildProperty(declaration, input.Key)}={input.Value}"),
            .. outputs.Select(output => $"-getProperty:{HostNames.MSBuildResult(declaration, output.Name)}"),
        ]);
        run.ExitCode.ShouldBe(0, run.Text + run.Error);
        using var document = JsonDocument.Parse(run.Output);
        var properties = document.RootElement.GetProperty("Properties");
        return outputs
            .Select(output => (output.Name, Value: Text(output, properties.GetProperty(HostNames.MSBuildResult(declaration, output.Name)).GetString()!)))
            .Where(output => output.Value.Length > 0).ToDictionary(output => output.Name, output => output.Value);
    }

    public void Dispose() => _folder.Dispose();

    private async Task RestoreAsync()
    {
        if (Directory.Exists(_folder.PathOf("obj")))
            return;
        await packed.PrepareAsync(_folder);
        _folder.Write("deploy.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="GitOpsTasks.MSBuild" Version="{packed.Version}" PrivateAssets="all" /></ItemGroup>
            </Project>
            """);
        var restoring = await DotNet.RunAsync(_folder.FullPath, "restore");
        restoring.ExitCode.ShouldBe(0, restoring.Text);
    }

    // MSBuild has ways of its own for lists and for what is true.
    private static string Text(TaskOutput output, string value) => output.Kind switch
    {
        InputKind.TextList => value.Replace(';', '\n'),
        InputKind.Flag => value.ToLowerInvariant(),
        _ => value,
    };
}
