using System.Text.Json;
using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;
using GitOpsTasks.Hosts.Tests.Declarations;

namespace GitOpsTasks.Hosts.Tests.Scenario;

/// <summary>An alias of the packed addin, in a script that writes its result as JSON.</summary>
/// <param name="packed">The packages.</param>
internal sealed class CakeHost(PackedHosts packed) : ITaskHost
{
    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, string>> RunAsync(
        string task, IReadOnlyDictionary<string, string> inputs, IReadOnlyDictionary<string, string> variables)
    {
        await RestoreAsync();
        var declaration = TaskCatalog.Entries.Single(entry => entry.Name == task).Load();
        var settings = inputs.Select(input => $"{HostNames.Pascal(input.Key)} = {Literal(declaration.Inputs.Single(declared => declared.Name == input.Key), input.Value)}");
        var alias = $"GitOps{HostNames.Pascal(task)}";
        _folder.Write("build.cake", $$"""
            #addin nuget:?package=Cake.GitOps&version={{packed.Version}}&prerelease
            var result = {{alias}}(new {{alias}}Settings { {{string.Join(", ", settings)}} });
            System.IO.File.WriteAllText("{{_folder.PathOf("result.json")}}", System.Text.Json.JsonSerializer.Serialize(result));
            """);
        var run = await DotNet.RunWithAsync(_folder.FullPath, Own(variables), ["cake"]);
        run.ExitCode.ShouldBe(0, run.Text + run.Error);
        using var document = JsonDocument.Parse(_folder.Read("result.json"));
        return declaration.DeclaredOutputs
            .Select(output => (output.Name, Value: Text(document.RootElement.GetProperty(HostNames.Pascal(output.Name)))))
            .Where(output => output.Value.Length > 0).ToDictionary(output => output.Name, output => output.Value);
    }

    public void Dispose() => _folder.Dispose();

    private async Task RestoreAsync()
    {
        if (File.Exists(_folder.PathOf("build.cake")))
            return;
        await packed.PrepareAsync(_folder);
        _folder.Write(".config/dotnet-tools.json", await File.ReadAllTextAsync(Repository.PathOf(".config/dotnet-tools.json")));
        var restoring = await DotNet.RunWithAsync(_folder.FullPath, Own(new Dictionary<string, string>()), ["tool", "restore"]);
        restoring.ExitCode.ShouldBe(0, restoring.Text);
    }

    private Dictionary<string, string> Own(IReadOnlyDictionary<string, string> variables) =>
        new(variables) { ["DOTNET_CLI_HOME"] = _folder.PathOf(".dotnet-home") };

    private static string Literal(TaskInput input, string value) => input.Kind switch
    {
        InputKind.Flag => value,
        InputKind.TextList => $"[\"{value}\"]",
        _ => $"\"{value}\"",
    };

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(item => item.GetString())),
        _ => value.GetString() ?? "",
    };
}
