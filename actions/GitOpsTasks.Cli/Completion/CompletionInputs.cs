using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli.Completion;

/// <summary>The input of <see cref="CompletionTask"/>, apart from it: what only names the task need not make it.</summary>
internal static class CompletionInputs
{
    /// <summary>The shell that reads the script.</summary>
    public static TaskInput<ShellName> Shell { get; } =
        TaskInput.Choice("shell", ShellName.Bash, "The shell that reads the script.") with { Positional = true, Required = true, Default = null };
}
