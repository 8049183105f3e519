// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
namespace Cake.GitOps;

/// <summary>Settings of GitOpsPromote. Takes image versions from one environment to the next, by a pull request or a push.</summary>
public sealed class GitOpsPromoteSettings : GitOpsSettings
{
    /// <summary>The environment whose versions are promoted, such as dev.</summary>
    public string? From { get; set; }

    /// <summary>The environment they are promoted to, such as staging.</summary>
    public string? To { get; set; }

    /// <summary>An application to promote. Repeatable; default: all.</summary>
    public IReadOnlyList<string> App { get; set; } = [];

    /// <summary>Works out what would be promoted and writes nothing.</summary>
    public bool? DryRun { get; set; }

    /// <summary>The configuration; without it, apps/APP/overlays/ENV is assumed. Default: gitops.yaml.</summary>
    public string? Config { get; set; }

    /// <summary>The configuration repository, where gitops.yaml does not name it.</summary>
    public string? Repository { get; set; }

    /// <summary>The branch that agents follow, where gitops.yaml does not name it. Default: main.</summary>
    public string? Branch { get; set; }
}
