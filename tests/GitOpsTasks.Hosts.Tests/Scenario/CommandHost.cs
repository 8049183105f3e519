using System.Text.Json;
using GitOpsTasks.Chain;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Scenario;

/// <summary>The command itself, in a process of its own.</summary>
internal sealed class CommandHost : ITaskHost
{
    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, string>> RunAsync(
        string task, IReadOnlyDictionary<string, string> inputs, IReadOnlyDictionary<string, string> variables)
    {
        var command = new ProcessCommand(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "gitops.dll"), task, "--output", "json", .. inputs.Select(input => Argument(task, input))])
        {
            WorkingDirectory = _folder.FullPath,
            Environment = DotNet.Environment().With(variables.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))),
        };
        var run = await SystemProcessRunner.RunAsync(command, TestContext.Current.CancellationToken);
        run.ExitCode.ShouldBe(0, run.Text + run.Error);
        using var document = JsonDocument.Parse(run.Output);
        return document.RootElement.GetProperty("outputs").EnumerateObject().Where(output => output.Value.GetString() is { Length: > 0 })
            .ToDictionary(output => output.Name, output => output.Value.GetString()!);
    }

    private static string Argument(string task, KeyValuePair<string, string> input)
    {
        var declared = TaskCatalog.Entries.Single(entry => entry.Name == task).Load().Inputs.Single(declared => declared.Name == input.Key);
        return declared.Positional ? input.Value : $"--{input.Key}={input.Value}";
    }

    public void Dispose() => _folder.Dispose();
}
