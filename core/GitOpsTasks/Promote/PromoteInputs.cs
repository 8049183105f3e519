using GitOpsTasks.Contracts;

namespace GitOpsTasks.Promote;

/// <summary>The inputs of <see cref="PromoteTask"/>.</summary>
public static class PromoteInputs
{
    /// <summary>The environment versions come from.</summary>
    public static TaskInput<string> From { get; } =
        TaskInput.RequiredText("from", "ENV", "The environment whose versions are promoted, such as dev.");

    /// <summary>The environment versions go to.</summary>
    public static TaskInput<string> To { get; } =
        TaskInput.RequiredText("to", "ENV", "The environment they are promoted to, such as staging.");

    /// <summary>The applications.</summary>
    public static TaskInput<IReadOnlyList<string>> App { get; } =
        TaskInput.TextList("app", "NAME", "An application to promote. Repeatable; default: all.");

    /// <summary>The configuration file.</summary>
    public static TaskInput<string> Config { get; } =
        TaskInput.TextOr("config", "FILE", "gitops.yaml", "The configuration; without it, apps/APP/overlays/ENV is assumed.");

    /// <summary>The configuration repository.</summary>
    public static TaskInput<string?> Repository { get; } =
        TaskInput.Text("repository", "URL", "The configuration repository, where gitops.yaml does not name it.");

    /// <summary>The branch agents follow.</summary>
    public static TaskInput<string?> Branch { get; } =
        TaskInput.Text("branch", "BRANCH", "The branch that agents follow, where gitops.yaml does not name it. Default: main.");

    /// <summary>Whether to write nothing.</summary>
    public static TaskInput<bool> DryRun { get; } = TaskInput.Flag("dry-run", "Works out what would be promoted and writes nothing.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } = [From, To, App, DryRun, Config, Repository, Branch];
}
