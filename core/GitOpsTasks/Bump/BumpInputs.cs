using GitOpsTasks.Contracts;

namespace GitOpsTasks.Bump;

/// <summary>The inputs of <see cref="BumpTask"/>.</summary>
public static class BumpInputs
{
    /// <summary>Files or folders to look in.</summary>
    public static TaskInput<IReadOnlyList<string>> Path { get; } =
        TaskInput.TextList("path", "PATH", "Files or folders to look in; inside the repository where one is given. Default: everything.") with { Positional = true };

    /// <summary>What images are to become.</summary>
    public static TaskInput<IReadOnlyList<string>> Image { get; } =
        TaskInput.TextList("image", "NAME[=NEWNAME][:TAG][@DIGEST]", "An image and what it becomes; a part not given is kept. Repeatable.");

    /// <summary>What image policies chose.</summary>
    public static TaskInput<IReadOnlyList<string>> Setter { get; } =
        TaskInput.TextList("setter", "NAMESPACE:NAME=IMAGE:TAG[@DIGEST]", "Sets every value that Flux's comment {\"$imagepolicy\": \"NAMESPACE:NAME\"} marks. Repeatable.");

    /// <summary>Whether charts follow.</summary>
    public static TaskInput<bool> AppVersion { get; } =
        TaskInput.Flag("app-version", "Sets the appVersion of the Chart.yaml beside changed values, or of one given as PATH, to the tag.");

    /// <summary>Whether to write nothing.</summary>
    public static TaskInput<bool> DryRun { get; } = TaskInput.Flag("dry-run", "Works out the changes and writes nothing.");

    /// <summary>Whether to show a diff.</summary>
    public static TaskInput<bool> Diff { get; } = TaskInput.Flag("diff", "Shows the changes as a unified diff.");

    /// <summary>Whether it is fine that nothing matches.</summary>
    public static TaskInput<bool> AllowNoMatch { get; } = TaskInput.Flag("allow-no-match", "Succeeds where no file names the image.");

    /// <summary>Whether entries are replaced.</summary>
    public static TaskInput<bool> KustomizeReplace { get; } = TaskInput.Flag(
        "kustomize-replace", "Replaces entries of the kustomization at each path as 'kustomize edit set image' does: parts neither given nor '*' go.");

    /// <summary>Whether entries are added for images nothing is seen to build.</summary>
    public static TaskInput<bool> AddEntry { get; } = TaskInput.Flag(
        "add-entry", "Gives the kustomization at each path an entry also for an image that nothing in the repository is seen to use, as with remote bases.");

    /// <summary>The repository to change.</summary>
    public static TaskInput<string?> Repository { get; } =
        TaskInput.Text("repository", "URL", "A git repository to change without a checkout: a path, https or ssh. Default: the files here.");

    /// <summary>The branch to change.</summary>
    public static TaskInput<string> Branch { get; } = TaskInput.TextOr("branch", "BRANCH", "main", "The branch of the repository to read.");

    /// <summary>Whether to push.</summary>
    public static TaskInput<bool> Push { get; } = TaskInput.Flag("push", "Commits and pushes; without it a repository is only read.");

    /// <summary>The branch to push to.</summary>
    public static TaskInput<string?> PushBranch { get; } =
        TaskInput.Text("push-branch", "BRANCH", "Pushes to this branch instead, made from the other's tip where it does not exist.");

    /// <summary>The commit message.</summary>
    public static TaskInput<string?> Message { get; } =
        TaskInput.Text("message", "TEMPLATE", "The commit message; {image} and {version} stand for what changed.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } =
        [Path, Image, Setter, AppVersion, DryRun, Diff, AllowNoMatch, KustomizeReplace, AddEntry, Repository, Branch, Push, PushBranch, Message];
}
