using GitOpsTasks.Config;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Configuration;

/// <summary>Which rules are on, and how serious what they find is.</summary>
public sealed class RuleLevels
{
    private readonly Dictionary<string, RuleLevel> _byCode;

    private RuleLevels(Dictionary<string, RuleLevel> byCode) => _byCode = byCode;

    /// <summary>Every rule as it is of itself; those that have to be asked for are off.</summary>
    public static RuleLevels Default { get; } = new([]);

    /// <summary>The levels that a configuration names.</summary>
    /// <exception cref="TaskFailedException">GOT2160: there is no such rule; GOT2161: one is named twice. All of them at once.</exception>
    public static RuleLevels From(IReadOnlyList<RuleLevelConfig> levels)
    {
        if (levels.Count == 0)
            return Default;
        var byCode = new Dictionary<string, RuleLevel>(StringComparer.Ordinal);
        var errors = new List<Diagnostic>();
        foreach (var level in levels)
        {
            if (LintRules.Find(level.Rule) is not { } rule)
                errors.Add(Unknown(level));
            else if (!byCode.TryAdd(rule.Code, level.Level))
                errors.Add(Diagnostic.Error(LintCodes.RuleNamedTwice, $"The rule '{rule.Id}' ({rule.Code}) is named twice.", "Remove one of the two.", level.Place));
        }

        return errors.Count == 0 ? new RuleLevels(byCode) : throw new TaskFailedException(ExitCode.Usage, errors);
    }

    /// <summary>Whether a rule is looked for.</summary>
    public bool IsOn(LintRule rule) => _byCode.TryGetValue(rule.Code, out var level) ? level != RuleLevel.Off : !rule.IsOptIn;

    /// <summary>What was said about the rule with a code; null where nothing was.</summary>
    public RuleLevel? Of(string code) => _byCode.TryGetValue(code, out var level) ? level : null;

    /// <summary>A finding with the severity its rule has here; null where the rule is off. What is no rule's stays.</summary>
    public Diagnostic? Apply(Diagnostic finding)
    {
        if (_byCode.TryGetValue(finding.Code, out var level))
            return level == RuleLevel.Off ? null : finding with { Severity = SeverityOf(level, finding.Severity) };
        return LintRules.FindByCode(finding.Code) is { IsOptIn: true } ? null : finding;
    }

    /// <summary>The severity of what a rule finds.</summary>
    /// <param name="level">What was said about it, not <see cref="RuleLevel.Off"/>.</param>
    /// <param name="own">The severity it has of itself.</param>
    internal static Severity SeverityOf(RuleLevel level, Severity own) => level switch
    {
        RuleLevel.Error => Severity.Error,
        RuleLevel.Warning => Severity.Warning,
        RuleLevel.Note => Severity.Note,
        _ => own,
    };

    private static Diagnostic Unknown(RuleLevelConfig level)
    {
        var isCode = level.Rule.StartsWith("GOT", StringComparison.Ordinal);
        var nearest = EditDistance.Nearest(level.Rule, LintRules.All.Select(rule => isCode ? rule.Code : rule.Id));
        return Diagnostic.Error(
            LintCodes.UnknownRule,
            $"There is no rule '{level.Rule}'.",
            nearest is null || isCode ? "See docs/lint.md for the names and codes of rules." : $"Did you mean '{nearest}'?",
            level.Place);
    }
}
