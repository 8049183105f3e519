// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
namespace Cake.GitOps;

/// <summary>Settings of GitOpsBump. Sets image tags and digests in kustomizations and manifests, changing no other byte.</summary>
public sealed class GitOpsBumpSettings : GitOpsSettings
{
    /// <summary>Files or folders to look in; inside the repository where one is given. Default: everything.</summary>
    public IReadOnlyList<string> Path { get; set; } = [];

    /// <summary>An image and what it becomes; a part not given is kept. Repeatable.</summary>
    public IReadOnlyList<string> Image { get; set; } = [];

    /// <summary>Works out the changes and writes nothing.</summary>
    public bool? DryRun { get; set; }

    /// <summary>Shows the changes as a unified diff.</summary>
    public bool? Diff { get; set; }

    /// <summary>Succeeds where no file names the image.</summary>
    public bool? AllowNoMatch { get; set; }

    /// <summary>A git repository to change without a checkout: a path, https or ssh. Default: the files here.</summary>
    public string? Repository { get; set; }

    /// <summary>The branch of the repository to read. Default: main.</summary>
    public string? Branch { get; set; }

    /// <summary>Commits and pushes; without it a repository is only read.</summary>
    public bool? Push { get; set; }

    /// <summary>Pushes to this branch instead, made from the other&apos;s tip where it does not exist.</summary>
    public string? PushBranch { get; set; }

    /// <summary>The commit message; {image} and {version} stand for what changed.</summary>
    public string? Message { get; set; }
}
