using GitOpsTasks.Chain;
using GitOpsTasks.Cli.Completion;

namespace GitOpsTasks.Cli;

/// <summary>What the command offers: the tasks of the engine, and those that only a command line needs.</summary>
internal static class CommandCatalog
{
    /// <summary>The tasks by name, in the order of the help.</summary>
    public static IReadOnlyList<TaskEntry> Entries { get; } = [.. TaskCatalog.Entries, CompletionTask.Entry];
}
