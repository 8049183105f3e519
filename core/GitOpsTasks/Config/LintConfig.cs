namespace GitOpsTasks.Config;

/// <summary>How configuration is checked: the <c>lint</c> section of <c>gitops.yaml</c>, or the whole of <c>.gitops-lint.yaml</c>.</summary>
public sealed record LintConfig
{
    /// <summary>The name of a set of rules about text: <c>gitops</c>, <c>default</c> or <c>relaxed</c>; null where none is named.</summary>
    public string? Preset { get; init; }

    /// <summary>A yamllint configuration file, from the folder of the file; null where there is none.</summary>
    public string? Yamllint { get; init; }

    /// <summary>What is made of rules, in the order written.</summary>
    public IReadOnlyList<RuleLevelConfig> Rules { get; init; } = [];

    /// <summary>Patterns of files that are not checked, as in a .gitignore, from the root of the tree.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>The layers that are checked: <c>yaml</c>, <c>schema</c>, <c>gitops</c>, <c>policy</c>; all where empty.</summary>
    public IReadOnlyList<string> Layers { get; init; } = [];

    /// <summary>The version of Kubernetes that manifests are for; null for that of the bundled schemas.</summary>
    public string? KubernetesVersion { get; init; }

    /// <summary>Where schemas are; files from the folder of the file.</summary>
    public IReadOnlyList<string> SchemaLocations { get; init; } = [];

    /// <summary>A file of findings that are known, from the folder of the file; null where there is none.</summary>
    public string? Baseline { get; init; }

    /// <summary>Whether warnings fail.</summary>
    public bool Strict { get; init; }
}
