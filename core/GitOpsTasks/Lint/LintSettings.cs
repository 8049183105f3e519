using GitOpsTasks.Lint.Yaml;

namespace GitOpsTasks.Lint;

/// <summary>What a check looks for.</summary>
public sealed record LintSettings
{
    /// <summary>All layers, by the configuration of the tree.</summary>
    public static LintSettings Default { get; } = new();

    /// <summary>The layers that are checked; all where empty.</summary>
    public IReadOnlyCollection<LintLayer> Only { get; init; } = [];

    /// <summary>The rules about text; null for those of the .yamllint file of the tree, else of the preset <c>gitops</c>.</summary>
    public YamlLintConfig? Yaml { get; init; }

    /// <summary>Checks that see all files at once, after those of single files.</summary>
    public IReadOnlyList<FilesCheck> Checks { get; init; } = [];

    /// <summary>Whether templates of Helm charts are checked as if they were YAML.</summary>
    public bool IncludesTemplates { get; init; }

    /// <summary>Whether a layer is checked.</summary>
    public bool Includes(LintLayer layer) => Only.Count == 0 || Only.Contains(layer);
}
