using GitOpsTasks.Lint.Rules;

namespace GitOpsTasks.Lint;

/// <summary>Every rule that looks at more than the text of a file; those about text are in Yaml/RuleCatalog.</summary>
public static class LintRules
{
    /// <summary>In the order findings of one place are told.</summary>
    public static IReadOnlyList<ILintRule> All { get; } = [new KustomizationReferenceRule()];
}
