using GitOpsTasks.Contracts;

namespace GitOpsTasks.Merge;

/// <summary>The inputs of <see cref="MergeDriverTask"/>: what git passes to a merge driver, and how to install it.</summary>
public static class MergeInputs
{
    /// <summary>The common ancestor.</summary>
    public static TaskInput<string?> Base { get; } = File("base", "The file with the common ancestor's version: git's %O.");

    /// <summary>Our version, which the result replaces.</summary>
    public static TaskInput<string?> Ours { get; } = File("ours", "The file with our version, where the result goes: git's %A.");

    /// <summary>Their version.</summary>
    public static TaskInput<string?> Theirs { get; } = File("theirs", "The file with their version: git's %B.");

    /// <summary>Where the result is kept in the repository.</summary>
    public static TaskInput<string?> Path { get; } = File("path", "The path of the file in the repository: git's %P.");

    /// <summary>The length of conflict markers.</summary>
    public static TaskInput<int> MarkerSize { get; } = TaskInput.Number("marker-size", "COUNT", 7, "How long conflict markers are: git's %L.");

    /// <summary>What markers call the ancestor.</summary>
    public static TaskInput<string?> BaseLabel { get; } = TaskInput.Text("base-label", "LABEL", "What conflict markers call the ancestor: git's %S.");

    /// <summary>What markers call our version.</summary>
    public static TaskInput<string?> OursLabel { get; } = TaskInput.Text("ours-label", "LABEL", "What conflict markers call our version: git's %X.");

    /// <summary>What markers call their version.</summary>
    public static TaskInput<string?> TheirsLabel { get; } = TaskInput.Text("theirs-label", "LABEL", "What conflict markers call their version: git's %Y.");

    /// <summary>Whether the higher of two versions wins.</summary>
    public static TaskInput<bool> Higher { get; } =
        TaskInput.Flag("higher", "Takes the higher version where both sides bump an image, instead of a conflict.");

    /// <summary>Whether to install the driver.</summary>
    public static TaskInput<bool> Install { get; } = TaskInput.Flag("install", "Tells git of this driver: its configuration and .gitattributes.");

    /// <summary>Whether to install it for the user.</summary>
    public static TaskInput<bool> Global { get; } = TaskInput.Flag("global", "Installs it in the user's git configuration, not the repository's.");

    /// <summary>Whether to write nothing.</summary>
    public static TaskInput<bool> DryRun { get; } = TaskInput.Flag("dry-run", "Shows what --install would write.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } =
        [Base, Ours, Theirs, Path, MarkerSize, BaseLabel, OursLabel, TheirsLabel, Higher, Install, Global, DryRun];

    private static TaskInput<string?> File(string name, string description) =>
        TaskInput.Text(name, "FILE", description) with { Positional = true };
}
