// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
namespace Cake.GitOps;

/// <summary>What came of GitOpsBump. Sets image tags and digests in kustomizations and manifests, changing no other byte.</summary>
public sealed class GitOpsBumpResult
{
    /// <summary>Whether anything was changed.</summary>
    public bool Changed { get; init; }

    /// <summary>The commit that was pushed.</summary>
    public string? Commit { get; init; }

    /// <summary>The branch that was pushed to.</summary>
    public string? Branch { get; init; }

    /// <summary>The files that changed.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}
