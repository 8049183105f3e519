using GitOpsTasks.Config;
using GitOpsTasks.Git;
using GitOpsTasks.Lint.Configuration;
using GitOpsTasks.Lint.Schema;
using GitOpsTasks.Lint.Yaml;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>What a check looks for.</summary>
public sealed record LintSettings
{
    /// <summary>
    /// What a gate looks for before it lets a change through: what the agent would trip over. Only the files that are
    /// named are read, for the tree may be far away.
    /// </summary>
    public static LintSettings Gate { get; } = new() { IsGate = true, Only = [LintLayer.Yaml, LintLayer.Schema, LintLayer.Gitops] };

    /// <summary>The layers that are checked; all where empty.</summary>
    public IReadOnlyCollection<LintLayer> Only { get; init; } = [];

    /// <summary>The rules about text; null for those of the .yamllint file of the tree, else of the preset <c>gitops</c>.</summary>
    public YamlLintConfig? Yaml { get; init; }

    /// <summary>How manifests are checked against schemas.</summary>
    public SchemaOptions Schema { get; init; } = new();

    /// <summary>Whether files that nobody asked about are read too, for what those under check say of them.</summary>
    public bool ReadsWholeTree { get; init; }

    /// <summary>Whether templates of Helm charts are checked as if they were YAML.</summary>
    public bool IncludesTemplates { get; init; }

    /// <summary>Whether kustomizations are rendered, for checks of what comes out.</summary>
    public bool Renders { get; init; }

    /// <summary>Whether a layer is checked.</summary>
    public bool Includes(LintLayer layer) => Only.Count == 0 || Only.Contains(layer);

    /// <summary>Whether any layer looks at more than text.</summary>
    internal bool IncludesManifests => Includes(LintLayer.Schema) || Includes(LintLayer.Gitops) || Includes(LintLayer.Policy);

    /// <summary>How the repository is checked; null for what the root of the tree says.</summary>
    public LintConfig? Config { get; init; }

    /// <summary>Which rules are on.</summary>
    internal RuleLevels Levels { get; init; } = RuleLevels.Default;

    /// <summary>Files that are not checked; null where all are.</summary>
    internal PathPatterns? Ignore { get; init; }

    /// <summary>What git ignores; null where that was not asked.</summary>
    internal IgnoredFiles? Ignored { get; init; }

    /// <summary>The work tree whose links are followed to its own files; null where none are.</summary>
    internal WorkTree? Links { get; init; }

    /// <summary>Whether layers that the configuration leaves out are left out too.</summary>
    internal bool IsGate { get; init; }

    /// <summary>Whether the configuration has been read.</summary>
    internal bool IsComplete { get; init; }

    /// <summary>Whether a rule is looked for in this run.</summary>
    internal bool LooksFor(LintRule rule) => Includes(rule.Layer) && Levels.IsOn(rule)
        && (rule.Layer != LintLayer.Yaml || Yaml!.Rules.Any(text => text.Definition.Code == rule.Code));
}
