using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Repository;

namespace GitOpsTasks.Bump;

/// <summary>The inputs of <see cref="BumpTask"/>.</summary>
public static class BumpInputs
{
    /// <summary>Files or folders to look in.</summary>
    public static TaskInput<IReadOnlyList<string>> Path { get; } =
        TaskInput.TextList("path", "PATH", "Files or folders to look in; inside the repository where one is given. Default: everything.") with { Positional = true };

    /// <summary>What images are to become.</summary>
    public static TaskInput<IReadOnlyList<string>> Image { get; } =
        TaskInput.TextList("image", "NAME[=NEWNAME][:TAG][@DIGEST]", "An image and what it becomes; a part not given is kept.");

    /// <summary>What image policies chose.</summary>
    public static TaskInput<IReadOnlyList<string>> Setter { get; } =
        TaskInput.TextList("setter", "NAMESPACE:NAME=IMAGE:TAG[@DIGEST]", "Sets every value that Flux's comment {\"$imagepolicy\": \"NAMESPACE:NAME\"} marks.");

    /// <summary>Whether charts follow.</summary>
    public static TaskInput<bool> AppVersion { get; } =
        TaskInput.Flag("app-version", "Sets the appVersion of the Chart.yaml beside changed values, or of one given as PATH, to the tag.");

    /// <summary>How the tag of an image is chosen that is given without one.</summary>
    public static TaskInput<string?> Policy { get; } =
        TaskInput.Text("policy", "POLICY", "Chooses the tag of images given without one from their registry: semver:RANGE, alphabetical:asc|desc or numerical:asc|desc.");

    /// <summary>Which tags the policy looks at.</summary>
    public static TaskInput<string?> FilterTags { get; } =
        TaskInput.Text("filter-tags", "REGEX", "The policy looks only at tags that match this regular expression (RE2).");

    /// <summary>What the policy reads in a tag.</summary>
    public static TaskInput<string?> Extract { get; } =
        TaskInput.Text("extract", "TEMPLATE", "The policy reads this in a tag instead of the whole of it: $1, $name or ${name} stand for groups of --filter-tags.");

    /// <summary>Which tags may be set.</summary>
    public static TaskInput<string?> AllowTags { get; } =
        TaskInput.Text("allow-tags", "REGEX", "Refuses to set tags that do not match this regular expression (RE2).");

    /// <summary>Whether digests are written beside tags.</summary>
    public static TaskInput<bool> PinDigest { get; } = TaskInput.Flag("pin-digest", "Writes tags with the digest that the registry has for them.");

    /// <summary>Whether the registry must have what is set.</summary>
    public static TaskInput<bool> Verify { get; } = TaskInput.Flag("verify", "Refuses tags and digests that the registry does not have.");

    /// <summary>Whether newer versions are taken back.</summary>
    public static TaskInput<bool> AllowDowngrade { get; } =
        TaskInput.Flag("allow-downgrade", "Takes places back that have a newer version already; without it they stay as they are.");

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
        TaskInput.Text("repository", "URL", "A git repository to change without a checkout: a path, https or ssh. Default: the files here, or with --push their origin.");

    /// <summary>The branch to change.</summary>
    public static TaskInput<string?> Branch { get; } =
        TaskInput.Text("branch", "BRANCH", "The branch of the repository to read. Default: main, or the branch checked out here where --repository is left out.");

    /// <summary>Whether to push.</summary>
    public static TaskInput<bool> Push { get; } = TaskInput.Flag("push", "Commits and pushes; without it a repository is only read.");

    /// <summary>The branch to push to.</summary>
    public static TaskInput<string?> PushBranch { get; } =
        TaskInput.Text("push-branch", "BRANCH", "Pushes to this branch instead, made from the other's tip where it does not exist.");

    /// <summary>By git or by the API.</summary>
    public static TaskInput<RepositoryVia> Via { get; } =
        TaskInput.Choice("via", RepositoryVia.Git, "How the repository is read and written: git, or api for GitHub's API alone, without git and any clone.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } =
        [Path, Image, Setter, AppVersion, Policy, FilterTags, Extract, AllowTags, PinDigest, Verify, AllowDowngrade, DryRun, Diff, AllowNoMatch, KustomizeReplace, AddEntry, Repository, Branch, Push, PushBranch, Via, .. CommitInputs.All];
}
