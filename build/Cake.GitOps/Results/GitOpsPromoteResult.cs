// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
namespace Cake.GitOps;

/// <summary>What came of GitOpsPromote. Takes image versions from one environment to the next, by a pull request or a push.</summary>
public sealed class GitOpsPromoteResult
{
    /// <summary>Whether anything was written.</summary>
    public bool Changed { get; init; }

    /// <summary>The pull requests, open or closed by this run.</summary>
    public IReadOnlyList<string> PullRequestNumbers { get; init; } = [];

    /// <summary>Where people look at them.</summary>
    public IReadOnlyList<string> PullRequestUrls { get; init; } = [];

    /// <summary>The branches that hold the promotions.</summary>
    public IReadOnlyList<string> Branches { get; init; } = [];

    /// <summary>What each promotion came to, as APP-to-ENV=STATE.</summary>
    public IReadOnlyList<string> States { get; init; } = [];
}
