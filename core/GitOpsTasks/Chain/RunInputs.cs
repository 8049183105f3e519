using GitOpsTasks.Contracts;

namespace GitOpsTasks.Chain;

/// <summary>The inputs of <see cref="RunTask"/>.</summary>
public static class RunInputs
{
    /// <summary>The configuration file.</summary>
    public static TaskInput<string> Config { get; } =
        TaskInput.TextOr("config", "FILE", "gitops.yaml", "The configuration that describes the chain.");

    /// <summary>Whether to write nothing.</summary>
    public static TaskInput<bool> DryRun { get; } =
        TaskInput.Flag("dry-run", "Works out every step and writes nothing: no image, no commit, no pull request.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } = [DryRun, Config];
}
