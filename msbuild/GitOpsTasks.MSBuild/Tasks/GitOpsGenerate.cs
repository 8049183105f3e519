// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
using Microsoft.Build.Framework;

namespace GitOpsTasks.MSBuild;

/// <summary>Makes plain Kubernetes manifests from app specs, with a kustomize overlay for each environment.</summary>
[MSBuildMultiThreadableTask]
public sealed class GitOpsGenerate : GitOpsTask
{
    /// <summary>App specs to generate manifests from.</summary>
    public string[] Spec { get; set; } = [];

    /// <summary>Folder that gets &apos;base&apos; and &apos;overlays&apos;; {app} in it stands for an app&apos;s name, as it has to with several specs.</summary>
    public string? Out { get; set; }

    /// <summary>Writes the overlays of these environments only. Default: those the spec names, or &apos;dev&apos;.</summary>
    public string[] Environment { get; set; } = [];

    /// <summary>Writes nothing, and fails where a file is not what the specs say.</summary>
    public bool Check { get; set; }

    /// <summary>Whether any file differs from before.</summary>
    [Output]
    public bool Changed { get; set; }

    /// <summary>The files written or removed.</summary>
    [Output]
    public string[] Files { get; set; } = [];

    private protected override string TaskName => "generate";
}
