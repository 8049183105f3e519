// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
namespace Cake.GitOps;

/// <summary>What came of GitOpsGenerate. Makes plain Kubernetes manifests from app specs, with a kustomize overlay for each environment.</summary>
public sealed class GitOpsGenerateResult
{
    /// <summary>Whether any file differs from before.</summary>
    public bool Changed { get; init; }

    /// <summary>The files written or removed.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The files removed.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>Places of fields that both the spec and a person changed.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];
}
