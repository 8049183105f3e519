using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint;

/// <summary>The inputs of <see cref="LintTask"/>.</summary>
public static class LintInputs
{
    /// <summary>Files or folders to check.</summary>
    public static TaskInput<IReadOnlyList<string>> Path { get; } =
        TaskInput.TextList("path", "PATH", "Files or folders to check. Default: everything.") with { Positional = true };

    /// <summary>Whether warnings fail.</summary>
    public static TaskInput<bool> Strict { get; } = TaskInput.Flag("strict", "Warnings fail the task too.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } = [Path, Strict];
}
