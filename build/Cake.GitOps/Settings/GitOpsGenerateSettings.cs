// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
namespace Cake.GitOps;

/// <summary>Settings of GitOpsGenerate. Makes plain Kubernetes manifests from app specs, with a kustomize overlay for each environment.</summary>
public sealed class GitOpsGenerateSettings : GitOpsSettings
{
    /// <summary>App specs to generate manifests from.</summary>
    public IReadOnlyList<string> Spec { get; set; } = [];

    /// <summary>Folder that gets &apos;base&apos; and &apos;overlays&apos;; {app} in it stands for an app&apos;s name, as it has to with several specs.</summary>
    public string? Out { get; set; }

    /// <summary>Writes the overlays of these environments only. Default: those the spec names, or &apos;dev&apos;.</summary>
    public IReadOnlyList<string> Environment { get; set; } = [];

    /// <summary>Writes the objects too by which this agent is told of the apps, into &apos;argocd&apos; or &apos;flux&apos;, and removes those of the other; none removes them all. Default: unchanged.</summary>
    public string? Agent { get; set; }

    /// <summary>Writes nothing, and fails with a diff where a file is not what the specs say; what was changed by hand may stay.</summary>
    public bool? Check { get; set; }

    /// <summary>What becomes of a field that both the spec and a person changed: report it and write nothing, take the spec&apos;s value, or keep the file&apos;s. Default: report.</summary>
    public string? OnConflict { get; set; }

    /// <summary>Removes files that the specs no longer want even where they were changed by hand.</summary>
    public bool? Prune { get; set; }

    /// <summary>Works out the changes and writes nothing.</summary>
    public bool? DryRun { get; set; }

    /// <summary>Shows the changes as a unified diff.</summary>
    public bool? Diff { get; set; }
}
