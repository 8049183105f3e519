// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
using Microsoft.Build.Framework;

namespace GitOpsTasks.MSBuild;

/// <summary>Takes image versions from one environment to the next, by a pull request or a push.</summary>
[MSBuildMultiThreadableTask]
public sealed class GitOpsPromote : GitOpsTask
{
    /// <summary>The environment whose versions are promoted, such as dev.</summary>
    public string? From { get; set; }

    /// <summary>The environment they are promoted to, such as staging.</summary>
    public string? To { get; set; }

    /// <summary>An application to promote. Repeatable; default: all.</summary>
    public string[] App { get; set; } = [];

    /// <summary>Works out what would be promoted and writes nothing.</summary>
    public bool DryRun { get; set; }

    /// <summary>The configuration; without it, apps/APP/overlays/ENV is assumed.</summary>
    public string? Config { get; set; }

    /// <summary>The configuration repository, where gitops.yaml does not name it.</summary>
    public string? Repository { get; set; }

    /// <summary>The branch that agents follow, where gitops.yaml does not name it. Default: main.</summary>
    public string? Branch { get; set; }

    /// <summary>Whether anything was written.</summary>
    [Output]
    public bool Changed { get; set; }

    /// <summary>The pull requests, open or closed by this run.</summary>
    [Output]
    public string[] PullRequestNumbers { get; set; } = [];

    /// <summary>Where people look at them.</summary>
    [Output]
    public string[] PullRequestUrls { get; set; } = [];

    /// <summary>The branches that hold the promotions.</summary>
    [Output]
    public string[] Branches { get; set; } = [];

    private protected override string TaskName => "promote";
}
