using GitOpsTasks.Hosts.Tests.Actions;

namespace GitOpsTasks.Hosts.Tests.Scenario;

/// <summary>The image of the actions, as GitHub's runner runs a step of a workflow.</summary>
/// <param name="container">The image.</param>
internal sealed class ContainerHost(ActionContainer container) : ITaskHost
{
    private readonly RunnerJob _job = new();

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, string>> RunAsync(
        string task, IReadOnlyDictionary<string, string> inputs, IReadOnlyDictionary<string, string> variables)
    {
        foreach (var (name, value) in variables)
            _job.Variables[name] = value;
        var run = await _job.RunAsync(container, $"actions/{task}", new Dictionary<string, string>(inputs), network: "host");
        run.ExitCode.ShouldBe(0, run.ToString());
        return run.Outputs.Where(output => output.Value.Length > 0).ToDictionary();
    }

    public void Dispose() => _job.Dispose();
}
