// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
namespace Cake.GitOps;

/// <summary>Settings of GitOpsLint. Finds in configuration files what Argo CD or Flux would trip over, with line and column.</summary>
public sealed class GitOpsLintSettings : GitOpsSettings
{
    /// <summary>Files or folders to check. Default: everything.</summary>
    public IReadOnlyList<string> Path { get; set; } = [];

    /// <summary>The layers to check: yaml, schema, gitops, policy. Default: all.</summary>
    public IReadOnlyList<string> Only { get; set; } = [];

    /// <summary>A .gitops-lint.yaml, or a gitops.yaml with a lint section. Default: .gitops-lint.yaml, else gitops.yaml, at the root of the repository.</summary>
    public string? Config { get; set; }

    /// <summary>A yamllint configuration file, or default, relaxed or gitops. Default: the .yamllint file of the repository, else gitops.</summary>
    public string? YamllintConfig { get; set; }

    /// <summary>The version of Kubernetes that manifests are for, such as 1.34: decides which API versions are gone. Default: that of the bundled schemas.</summary>
    public string? KubernetesVersion { get; set; }

    /// <summary>Where schemas are: a file or address with {{.Group}}, {{.ResourceKind}} and the like, as kubeconform takes them; &apos;default&apos; for the bundled ones.</summary>
    public IReadOnlyList<string> SchemaLocation { get; set; } = [];

    /// <summary>Render kustomizations with kustomize or kubectl, which fetches remote bases, and check what comes out too.</summary>
    public bool? Render { get; set; }

    /// <summary>Warnings fail the task too.</summary>
    public bool? Strict { get; set; }

    /// <summary>Findings that FILE lists are counted, but neither told nor do they fail the task.</summary>
    public string? Baseline { get; set; }

    /// <summary>Writes all errors and warnings to FILE, for baseline, and does not fail.</summary>
    public string? WriteBaseline { get; set; }

    /// <summary>Findings fail only in files that differ from where HEAD left REVISION, such as origin/main; others become notes.</summary>
    public string? ChangedSince { get; set; }

    /// <summary>Mends what is safe to: white space, line ends, comments, document starts, quotes of texts that look like something else.</summary>
    public bool? Fix { get; set; }

    /// <summary>With fix: shows the changes and writes nothing.</summary>
    public bool? DryRun { get; set; }

    /// <summary>Exit as yamllint does: 1 for errors, 2 for warnings where strict, 255 for a wrong configuration.</summary>
    public bool? YamllintExitCodes { get; set; }

    /// <summary>How findings are printed; anything but text is printed alone, on standard output. Default: text.</summary>
    public string? Format { get; set; }

    /// <summary>Writes the findings to FILE in the format asked for, and prints them as text.</summary>
    public string? Report { get; set; }
}
