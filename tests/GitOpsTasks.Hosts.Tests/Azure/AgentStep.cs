using System.Text.Json;
using GitOpsTasks.Chain;
using GitOpsTasks.Hosts.Tests.Cli;

namespace GitOpsTasks.Hosts.Tests.Azure;

/// <summary>A step of Azure Pipelines that ran the command: what it printed, and what the agent took for commands.</summary>
internal sealed record AgentStep(CommandRun Run, IReadOnlyList<AzureLogCommand> Commands)
{
    private static readonly string[] s_ours = ["task.setvariable", "task.logissue", "task.uploadsummary", "task.setsecret", "group", "endgroup"];

    /// <summary>Runs the command as an agent does.</summary>
    /// <param name="folder">Holds the agent's temporary folder <c>_temp</c>, and is HOME.</param>
    /// <param name="args">The command line.</param>
    public static Task<AgentStep> RunAsync(TemporaryFolder folder, params string[] args) => RunAsync(folder, [], args);

    /// <summary>Runs the command as an agent does, with more variables.</summary>
    public static async Task<AgentStep> RunAsync(TemporaryFolder folder, Dictionary<string, string> variables, params string[] args)
    {
        var environment = new Dictionary<string, string>(variables)
        {
            ["TF_BUILD"] = "True",
            ["AGENT_TEMPDIRECTORY"] = folder.PathOf("_temp"),
            ["HOME"] = folder.FullPath,
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
            ["GIT_CONFIG_NOSYSTEM"] = "1",
        };
        var run = await CommandRun.Over(TaskCatalog.Entries, environment, args);
        var step = new AgentStep(run, await AzureOracle.ReadAsync($"{run.Out}\n{run.Error}"));
        step.Commands.ShouldAllBe(command => command.At == 0 && s_ours.Contains(command.Command));
        step.Commands.ShouldAllBe(command => command["variable"] != "injected");
        return step;
    }

    /// <summary>The one JSON document on standard output.</summary>
    public JsonElement Answer => JsonDocument.Parse(Run.Out).RootElement;

    /// <summary>The commands of one name.</summary>
    public IReadOnlyList<AzureLogCommand> Of(string command) => [.. Commands.Where(found => found.Command == command)];

    /// <summary>Output variables of the step by name, each set once more for the job.</summary>
    public Dictionary<string, string> Variables(string task)
    {
        var all = Of("task.setvariable");
        var outputs = all.Where(command => command["isOutput"] == "true").ToDictionary(command => command["variable"]!, command => command.Message);
        all.Where(command => command["isOutput"] is null).ToDictionary(command => command["variable"]!, command => command.Message)
            .ShouldBe(outputs.Select(output => KeyValuePair.Create($"gitops_{task}_{output.Key}", output.Value)), ignoreOrder: true);
        all.ShouldAllBe(command => command["issecret"] == "false");
        return outputs;
    }

    /// <summary>The outputs that the JSON document tells, as variables are named.</summary>
    public Dictionary<string, string> Told() => Answer.GetProperty("outputs").EnumerateObject()
        .ToDictionary(output => output.Name.Replace('-', '_'), output => output.Value.GetString()!);
}
