using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Forges.Repository;

namespace GitOpsTasks.Promote;

/// <summary>The inputs of <see cref="PromoteTask"/>.</summary>
public static class PromoteInputs
{
    /// <summary>The environment versions come from.</summary>
    public static TaskInput<string?> From { get; } =
        TaskInput.Text("from", "ENV", "The environment whose versions are promoted, such as dev. Default: the one before --to, or every one.");

    /// <summary>The environment versions go to.</summary>
    public static TaskInput<string?> To { get; } =
        TaskInput.Text("to", "ENV", "The environment they are promoted to, such as staging. Default: every one that is promoted from --from.");

    /// <summary>The applications.</summary>
    public static TaskInput<IReadOnlyList<string>> App { get; } =
        TaskInput.TextList("app", "NAME", "An application to promote. Default: all.");

    /// <summary>One pull request for all applications.</summary>
    public static TaskInput<string?> Group { get; } =
        TaskInput.Text("group", "NAME", "Promotes the applications of this run by one pull request of this name.");

    /// <summary>The newest tag.</summary>
    public static TaskInput<string?> Tag { get; } =
        TaskInput.Text("tag", "TAG", "Promotes nothing newer than this tag, as the source had it; with --rollback, the tag to go back to.");

    /// <summary>Whether to go back.</summary>
    public static TaskInput<bool> Rollback { get; } =
        TaskInput.Flag("rollback", "Opens a pull request that takes --to back to what it had before.");

    /// <summary>Whether to refresh.</summary>
    public static TaskInput<bool> Refresh { get; } =
        TaskInput.Flag("refresh", "Brings the open promotions up to date, and opens no new one.");

    /// <summary>When a promotion takes in its base.</summary>
    public static TaskInput<RefreshWhen> RefreshWhen { get; } =
        TaskInput.Choice("refresh-when", Promote.RefreshWhen.Conflicted, "When an open promotion takes in what its base has become; a newer version it always takes in.");

    /// <summary>Whether a declined promotion is opened again.</summary>
    public static TaskInput<bool> Reopen { get; } =
        TaskInput.Flag("reopen", "Opens a pull request also where a person closed the last one, or a rollback took its versions away, and nothing has changed since.");

    /// <summary>Labels.</summary>
    public static TaskInput<IReadOnlyList<string>> Label { get; } =
        TaskInput.TextList("label", "NAME", "A label of the pull requests. Adds to gitops.yaml.");

    /// <summary>Reviewers.</summary>
    public static TaskInput<IReadOnlyList<string>> Reviewer { get; } =
        TaskInput.TextList("reviewer", "NAME", "A user, or a team as ORGANISATION/TEAM, asked for a review. Adds to gitops.yaml.");

    /// <summary>Assignees.</summary>
    public static TaskInput<IReadOnlyList<string>> Assignee { get; } =
        TaskInput.TextList("assignee", "NAME", "A user the pull requests are assigned to. Adds to gitops.yaml.");

    /// <summary>The milestone.</summary>
    public static TaskInput<string?> Milestone { get; } =
        TaskInput.Text("milestone", "TITLE", "The milestone of the pull requests, by title or number.");

    /// <summary>Whether they are drafts.</summary>
    public static TaskInput<bool> Draft { get; } = TaskInput.Flag("draft", "Opens pull requests as drafts.");

    /// <summary>How they are merged.</summary>
    public static TaskInput<MergeMethod> AutoMerge { get; } =
        TaskInput.Choice("auto-merge", MergeMethod.Off, "Has the forge merge the pull requests once it may.");

    /// <summary>The template of the body.</summary>
    public static TaskInput<string?> Template { get; } =
        TaskInput.Text("template", "FILE", "A Markdown file for the body, with {summary}, {table}, {compare}, {gates}, {commits}, {diff}, {app}, {from}, {to}.");

    /// <summary>Whether manifests are rendered.</summary>
    public static TaskInput<RenderChoice> Render { get; } =
        TaskInput.Choice("render", RenderChoice.Auto, "Whether the body shows how rendered manifests change, where kustomize, kubectl or helm is there.");

    /// <summary>What becomes of gates that are not met.</summary>
    public static TaskInput<UnmetGate> UnmetGates { get; } =
        TaskInput.Choice("unmet-gates", UnmetGate.Draft, "What becomes of a promotion whose gates are not met.");

    /// <summary>How long gates are waited for.</summary>
    public static TaskInput<TimeSpan> WaitFor { get; } =
        new("wait-for", InputKind.Text, "How long --unmet-gates wait waits, such as 90s or 1h30m.",
            values => values.Count == 0 ? TimeSpan.FromMinutes(30) : DurationText.Parse(values[^1])) { Placeholder = "DURATION", Default = "30m" };

    /// <summary>The configuration file.</summary>
    public static TaskInput<string> Config { get; } =
        TaskInput.TextOr("config", "FILE", "gitops.yaml", "The configuration; without it, apps/APP/overlays/ENV is assumed.");

    /// <summary>The configuration repository.</summary>
    public static TaskInput<string?> Repository { get; } =
        TaskInput.Text("repository", "URL", "The configuration repository, where gitops.yaml does not name it.");

    /// <summary>The branch agents follow.</summary>
    public static TaskInput<string?> Branch { get; } =
        TaskInput.Text("branch", "BRANCH", "The branch that agents follow, where gitops.yaml does not name it. Default: main.");

    /// <summary>How the repository is read and written.</summary>
    public static TaskInput<RepositoryVia> Via { get; } =
        TaskInput.Choice("via", RepositoryVia.Git, "How the repository is read and written: git, or api for GitHub's API alone, without any clone.");

    /// <summary>Whether to write nothing.</summary>
    public static TaskInput<bool> DryRun { get; } = TaskInput.Flag("dry-run", "Works out what would be promoted and writes nothing.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } =
    [
        From, To, App, Group, Tag, Rollback, Refresh, RefreshWhen, Reopen, Label, Reviewer, Assignee, Milestone, Draft, AutoMerge,
        Template, Render, UnmetGates, WaitFor, DryRun, Config, Repository, Branch, Via,
    ];
}
