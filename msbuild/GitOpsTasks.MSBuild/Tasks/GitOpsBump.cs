// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
using Microsoft.Build.Framework;

namespace GitOpsTasks.MSBuild;

/// <summary>Sets image tags and digests in kustomizations and manifests, changing no other byte.</summary>
[MSBuildMultiThreadableTask]
public sealed class GitOpsBump : GitOpsTask
{
    /// <summary>Files or folders to look in; inside the repository where one is given. Default: everything.</summary>
    public string[] Path { get; set; } = [];

    /// <summary>An image and what it becomes; a part not given is kept.</summary>
    public string[] Image { get; set; } = [];

    /// <summary>Sets every value that Flux&apos;s comment {&quot;$imagepolicy&quot;: &quot;NAMESPACE:NAME&quot;} marks.</summary>
    public string[] Setter { get; set; } = [];

    /// <summary>Sets the appVersion of the Chart.yaml beside changed values, or of one given as PATH, to the tag.</summary>
    public bool AppVersion { get; set; }

    /// <summary>Chooses the tag of images given without one from their registry: semver:RANGE, alphabetical:asc|desc or numerical:asc|desc.</summary>
    public string? Policy { get; set; }

    /// <summary>The policy looks only at tags that match this regular expression (RE2).</summary>
    public string? FilterTags { get; set; }

    /// <summary>The policy reads this in a tag instead of the whole of it: $1, $name or ${name} stand for groups of --filter-tags.</summary>
    public string? Extract { get; set; }

    /// <summary>Refuses to set tags that do not match this regular expression (RE2).</summary>
    public string? AllowTags { get; set; }

    /// <summary>Writes tags with the digest that the registry has for them.</summary>
    public bool PinDigest { get; set; }

    /// <summary>Refuses tags and digests that the registry does not have.</summary>
    public bool Verify { get; set; }

    /// <summary>Takes places back that have a newer version already; without it they stay as they are.</summary>
    public bool AllowDowngrade { get; set; }

    /// <summary>Works out the changes and writes nothing.</summary>
    public bool DryRun { get; set; }

    /// <summary>Shows the changes as a unified diff.</summary>
    public bool Diff { get; set; }

    /// <summary>Succeeds where no file names the image.</summary>
    public bool AllowNoMatch { get; set; }

    /// <summary>Replaces entries of the kustomization at each path as &apos;kustomize edit set image&apos; does: parts neither given nor &apos;*&apos; go.</summary>
    public bool KustomizeReplace { get; set; }

    /// <summary>Gives the kustomization at each path an entry also for an image that nothing in the repository is seen to use, as with remote bases.</summary>
    public bool AddEntry { get; set; }

    /// <summary>A git repository to change without a checkout: a path, https or ssh. Default: the files here, or with --push their origin.</summary>
    public string? Repository { get; set; }

    /// <summary>The branch of the repository to read. Default: main, or the branch checked out here where --repository is left out. After the run: The branch that was pushed to.</summary>
    [Output]
    public string? Branch { get; set; }

    /// <summary>Commits and pushes; without it a repository is only read.</summary>
    public bool Push { get; set; }

    /// <summary>Pushes to this branch instead, made from the other&apos;s tip where it does not exist.</summary>
    public string? PushBranch { get; set; }

    /// <summary>How the repository is read and written: git, or api for GitHub&apos;s API alone, without git and any clone.</summary>
    public string? Via { get; set; }

    /// <summary>The commit message, with {image}, {version}, {old}, {new}, {count}, {files}, {source-commit}, {run-url}.</summary>
    public string? Message { get; set; }

    /// <summary>A trailer of the commit message.</summary>
    public string[] Trailer { get; set; } = [];

    /// <summary>The author of the commit. Default: whom GIT_AUTHOR_* or git&apos;s configuration name.</summary>
    public string? Author { get; set; }

    /// <summary>The committer. Default: whom GIT_COMMITTER_* or git&apos;s configuration name.</summary>
    public string? Committer { get; set; }

    /// <summary>Marks the commit with [skip ci]; auto does so on the branch the pipeline itself runs for.</summary>
    public string? SkipCi { get; set; }

    /// <summary>How often a push is tried again where others were first.</summary>
    public string? Retries { get; set; }

    /// <summary>How long a push is tried again, such as 90s or 1h30m.</summary>
    public string? RetryFor { get; set; }

    /// <summary>Whether anything was changed.</summary>
    [Output]
    public bool Changed { get; set; }

    /// <summary>The commit that was pushed.</summary>
    [Output]
    public string? Commit { get; set; }

    /// <summary>The files that changed.</summary>
    [Output]
    public string[] Files { get; set; } = [];

    private protected override string TaskName => "bump";
}
