using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Repository;

namespace GitOpsTasks.Status;

/// <summary>The inputs of <see cref="StatusTask"/>.</summary>
public static class StatusInputs
{
    /// <summary>The applications.</summary>
    public static TaskInput<IReadOnlyList<string>> App { get; } =
        TaskInput.TextList("app", "NAME", "An application to tell of. Default: all.");

    /// <summary>The environments.</summary>
    public static TaskInput<IReadOnlyList<string>> Environment { get; } =
        TaskInput.TextList("environment", "ENV", "An environment to tell of. Default: all.");

    /// <summary>What fails the task.</summary>
    public static TaskInput<IReadOnlyList<FailureCause>> FailOn { get; } = new(
        "fail-on", InputKind.TextList, "What the task fails for: drift, behind. Default: nothing.", FailureCauses.Parse) { Placeholder = "CAUSE" };

    /// <summary>How it is printed.</summary>
    public static TaskInput<StatusFormat> Format { get; } =
        TaskInput.Choice("format", StatusFormat.Text, "How it is printed: a table for a terminal, Markdown, JSON, or one HTML page.");

    /// <summary>Where the formatted report goes.</summary>
    public static TaskInput<string?> Report { get; } =
        TaskInput.Text("report", "FILE", "Writes the report to FILE in the format asked for, and prints the table.");

    /// <summary>The configuration file.</summary>
    public static TaskInput<string> Config { get; } =
        TaskInput.TextOr("config", "FILE", "gitops.yaml", "The configuration file; it may be missing.");

    /// <summary>The configuration repository.</summary>
    public static TaskInput<string?> Repository { get; } =
        TaskInput.Text("repository", "URL", "The configuration repository. Default: what gitops.yaml says, else the origin of the checkout.");

    /// <summary>The branch agents follow.</summary>
    public static TaskInput<string?> Branch { get; } =
        TaskInput.Text("branch", "BRANCH", "The branch that agents follow, where gitops.yaml does not name it. Default: main.");

    /// <summary>How the repository is read.</summary>
    public static TaskInput<RepositoryVia> Via { get; } =
        TaskInput.Choice("via", RepositoryVia.Git, "How the repository is read: git, or api for the forge's API alone, without any clone.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } = [App, Environment, FailOn, Format, Report, Config, Repository, Branch, Via];
}
