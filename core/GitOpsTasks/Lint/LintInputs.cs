using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Lint;

/// <summary>The inputs of <see cref="LintTask"/>.</summary>
public static class LintInputs
{
    /// <summary>Files or folders to check.</summary>
    public static TaskInput<IReadOnlyList<string>> Path { get; } =
        TaskInput.TextList("path", "PATH", "Files or folders to check. Default: everything.") with { Positional = true };

    /// <summary>Whether warnings fail.</summary>
    public static TaskInput<bool> Strict { get; } = TaskInput.Flag("strict", "Warnings fail the task too.");

    /// <summary>How findings are printed.</summary>
    public static TaskInput<DiagnosticFormat> Format { get; } =
        TaskInput.Choice("format", DiagnosticFormat.Text, "How findings are printed; anything but text is printed alone, on standard output.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } = [Path, Strict, Format];
}
