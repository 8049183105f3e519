// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
namespace Cake.GitOps;

/// <summary>Settings of GitOpsWait. Waits until commit statuses and check runs of a commit are successful, such as those that Flux and Argo CD write.</summary>
public sealed class GitOpsWaitSettings : GitOpsSettings
{
    /// <summary>The commit whose statuses and checks are waited for.</summary>
    public string? Commit { get; set; }

    /// <summary>A commit status or check run that has to be successful; * stands for any text.</summary>
    public IReadOnlyList<string> Context { get; set; } = [];

    /// <summary>How long it waits, such as 90s or 1h30m. Default: 30m.</summary>
    public string? Timeout { get; set; }

    /// <summary>Waits on where one failed, as an agent may yet come round or a check be run again.</summary>
    public bool? KeepWaiting { get; set; }

    /// <summary>The configuration, which may name the repository. Default: gitops.yaml.</summary>
    public string? Config { get; set; }

    /// <summary>The repository of the commit, where that is not the configuration repository.</summary>
    public string? Repository { get; set; }
}
