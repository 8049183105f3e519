using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Agents;
using GitOpsTasks.Generate.Regeneration;

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
        TaskInput.Choice(
        "agent", AgentKind.Unchanged, "Writes the objects too by which this agent is told of the apps, into 'argocd' or 'flux', and removes those of the other; none removes them all.");

    /// <summary>Whether to write nothing.</summary>
    public static TaskInput<bool> Check { get; } =
        TaskInput.Flag("check", "Writes nothing, and fails with a diff where a file is not what the specs say; what was changed by hand may stay.");

    /// <summary>Who wins where spec and file changed the same.</summary>
    public static TaskInput<ConflictChoice> OnConflict { get; } = TaskInput.Choice(
        "on-conflict", ConflictChoice.Report, "What becomes of a field that both the spec and a person changed: report it and write nothing, take the spec's value, or keep the file's.");

    /// <summary>Whether files that people changed are removed.</summary>
    public static TaskInput<bool> Prune { get; } =
        TaskInput.Flag("prune", "Removes files that the specs no longer want even where they were changed by hand.");

    /// <summary>Whether to write nothing.</summary>
    public static TaskInput<bool> DryRun { get; } = TaskInput.Flag("dry-run", "Works out the changes and writes nothing.");

    /// <summary>Whether to show a diff.</summary>
    public static TaskInput<bool> Diff { get; } = TaskInput.Flag("diff", "Shows the changes as a unified diff.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } = [Spec, Out, Environment, Agent, Check, OnConflict, Prune, DryRun, Diff];
}
