using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Suppression;

/// <summary>The directives of a file, and what is wrong with them.</summary>
/// <param name="All">Those that have an effect.</param>
/// <param name="Findings">What is wrong with others.</param>
internal sealed record FileDirectives(IReadOnlyList<Directive> All, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>Of a file without any.</summary>
    public static FileDirectives None { get; } = new([], []);

    /// <summary>What remains of the findings of the file, what is wrong with directives among them in the order of lines.</summary>
    /// <param name="findings">The findings of the file.</param>
    /// <param name="isLookedFor">Whether a rule was looked for: of others nobody knows whether they would have been found.</param>
    public IEnumerable<Diagnostic> Filter(IReadOnlyCollection<Diagnostic> findings, Func<LintRule, bool> isLookedFor)
    {
        if (All.Count == 0 && Findings.Count == 0)
            return findings;
        var used = new HashSet<(Directive, string)>();
        var remaining = new List<Diagnostic>();
        foreach (var finding in findings)
        {
            var covering = All.Where(directive => directive.Covers(finding)).ToList();
            if (covering.Count == 0)
                remaining.Add(finding);
            used.UnionWith(covering.Select(directive => (directive, finding.Code)));
        }

        foreach (var directive in All)
        {
            remaining.AddRange(directive.Rules.Where(rule => !used.Contains((directive, rule.Code)) && isLookedFor(rule)).Select(rule =>
                DirectiveRules.Unused.At(directive.Place, $"There is no finding of '{rule.Id}' ({rule.Code}) that this could switch off.", "Remove it.")));
        }

        return remaining.Concat(Findings).OrderBy(finding => finding.Place?.Line).ThenBy(finding => finding.Place?.Column);
    }
}
