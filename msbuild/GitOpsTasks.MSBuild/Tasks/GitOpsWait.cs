// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
using Microsoft.Build.Framework;

namespace GitOpsTasks.MSBuild;

/// <summary>Waits until commit statuses and check runs of a commit are successful, such as those that Flux and Argo CD write.</summary>
[MSBuildMultiThreadableTask]
public sealed class GitOpsWait : GitOpsTask
{
    /// <summary>The commit whose statuses and checks are waited for.</summary>
    public string? Commit { get; set; }

    /// <summary>A commit status or check run that has to be successful; * stands for any text.</summary>
    public string[] Context { get; set; } = [];

    /// <summary>How long it waits, such as 90s or 1h30m.</summary>
    public string? Timeout { get; set; }

    /// <summary>Waits on where one failed, as an agent may yet come round or a check be run again.</summary>
    public bool KeepWaiting { get; set; }

    /// <summary>The configuration, which may name the repository.</summary>
    public string? Config { get; set; }

    /// <summary>The repository of the commit, where that is not the configuration repository.</summary>
    public string? Repository { get; set; }

    /// <summary>What it came to: succeeded, failed or pending.</summary>
    [Output]
    public string? State { get; set; }

    /// <summary>How each context stands, as NAME=STATE.</summary>
    [Output]
    public string[] States { get; set; } = [];

    private protected override string TaskName => "wait";
}
