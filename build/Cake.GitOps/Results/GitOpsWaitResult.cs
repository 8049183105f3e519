// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
namespace Cake.GitOps;

/// <summary>What came of GitOpsWait. Waits until commit statuses and check runs of a commit are successful, such as those that Flux and Argo CD write.</summary>
public sealed class GitOpsWaitResult
{
    /// <summary>What it came to: succeeded, failed or pending.</summary>
    public string? State { get; init; }

    /// <summary>How each context stands, as NAME=STATE.</summary>
    public IReadOnlyList<string> States { get; init; } = [];
}
