namespace GitOpsTasks.Lint.Policy;

/// <summary>What the policy layer looks for.</summary>
internal static class PolicyRules
{
    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<LintRule> All { get; } = [.. NodeRules.All, .. WorkloadRules.All, .. ObjectRules.All, .. RenderedRules.All];
}
