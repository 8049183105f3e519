using GitOpsTasks.Lint.Rules;

namespace GitOpsTasks.Lint;

/// <summary>Every rule there is.</summary>
public static class LintRules
{
    /// <summary>In the order findings of one place are told.</summary>
    public static IReadOnlyList<ILintRule> All { get; } = [new SyntaxRule(), new DuplicateKeyRule(), new KustomizationReferenceRule()];
}
