using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Suppression;

/// <summary>What is wrong with comments that switch findings off.</summary>
internal static class DirectiveRules
{
    /// <summary>A directive without a reason.</summary>
    public static LintRule Reason { get; } = Rule(LintCodes.DirectiveReason, "directive-reason", "A comment that switches a finding off gives no reason.");

    /// <summary>A directive that names no rule.</summary>
    public static LintRule Unknown { get; } = Rule(LintCodes.DirectiveUnknown, "directive-unknown", "A comment that switches a finding off names no rule that exists.");

    /// <summary>A directive without effect.</summary>
    public static LintRule Unused { get; } = Rule(LintCodes.DirectiveUnused, "directive-unused", "A comment switches a finding off that does not occur.");

    /// <summary>A directive that cannot be understood.</summary>
    public static LintRule Malformed { get; } = Rule(LintCodes.DirectiveMalformed, "directive-malformed", "A comment that switches a finding off cannot be understood, or stands where it has no effect.");

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<LintRule> All { get; } = [Reason, Unknown, Unused, Malformed];

    private static LintRule Rule(string code, string id, string summary) => new(code, id, LintLayer.Yaml, Severity.Warning, summary);
}
