using GitOpsTasks.Contracts;

namespace GitOpsTasks.Init;

/// <summary>The inputs of <see cref="InitTask"/>.</summary>
public static class InitInputs
{
    /// <summary>What is looked at.</summary>
    public static TaskInput<IReadOnlyList<string>> From { get; } = TaskInput.TextList(
        "from", "PATH", "A Dockerfile, project, compose file or folder of the repository to look at. Default: all of it.");

    /// <summary>The application's name.</summary>
    public static TaskInput<string?> Name { get; } =
        TaskInput.Text("name", "NAME", "The name of the application, where there is one only.");

    /// <summary>The repository of the images.</summary>
    public static TaskInput<string?> Image { get; } = TaskInput.Text(
        "image", "REPOSITORY", "Where images go, such as ghcr.io/acme/{app}; a tag is the version that new overlays begin with.");

    /// <summary>The environments.</summary>
    public static TaskInput<IReadOnlyList<string>> Environments { get; } = TaskInput.TextList(
        "environments", "ENV", "Environments in the order versions go through them, with commas between them or one each time. Default: those of the folders, or dev,staging,prod.");

    /// <summary>The CI systems.</summary>
    public static TaskInput<CiChoice> Ci { get; } =
        TaskInput.Choice("ci", CiChoice.Auto, "The CI system that workflow files are for; auto: those the repository shows signs of, or both.");

    /// <summary>The agent.</summary>
    public static TaskInput<AgentChoice> Agent { get; } =
        TaskInput.Choice("agent", AgentChoice.Auto, "The agent that applies the manifests; auto: the one whose objects are in the repository.");

    /// <summary>Whether to write nothing.</summary>
    public static TaskInput<bool> DryRun { get; } = TaskInput.Flag("dry-run", "Shows the files and writes nothing.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } = [From, Name, Image, Environments, Ci, Agent, DryRun];
}
