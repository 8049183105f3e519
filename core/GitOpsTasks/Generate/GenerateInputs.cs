using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Agents;

namespace GitOpsTasks.Generate;

/// <summary>The inputs of <see cref="GenerateTask"/>.</summary>
public static class GenerateInputs
{
    /// <summary>The specs.</summary>
    public static TaskInput<IReadOnlyList<string>> Spec { get; } =
        TaskInput.TextList("spec", "SPEC", "App specs to generate manifests from.") with { Positional = true, Required = true };

    /// <summary>Where manifests go.</summary>
    public static TaskInput<string> Out { get; } =
        TaskInput.RequiredText("out", "DIR", "Folder that gets 'base' and 'overlays'; {app} in it stands for an app's name, as it has to with several specs.");

    /// <summary>Environments.</summary>
    public static TaskInput<IReadOnlyList<string>> Environment { get; } =
        TaskInput.TextList("environment", "ENV", "Writes the overlays of these environments only. Default: those the spec names, or 'dev'.");

    /// <summary>The agent.</summary>
    public static TaskInput<AgentKind> Agent { get; } =
        TaskInput.Choice("agent", AgentKind.None, "Writes the objects too by which this agent is told of the apps, into 'argocd' or 'flux'.");

    /// <summary>Whether to write nothing.</summary>
    public static TaskInput<bool> Check { get; } =
        TaskInput.Flag("check", "Writes nothing, and fails where a file is not what the specs say.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } = [Spec, Out, Environment, Agent, Check];
}
