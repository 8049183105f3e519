using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Suppression;

/// <summary>A comment that switches findings of some rules off.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Line">The line, from 1, of the findings; 0 for the whole file.</param>
/// <param name="Place">The comment.</param>
internal sealed record Directive(IReadOnlyList<LintRule> Rules, int Line, SourcePlace Place)
{
    /// <summary>Whether it switches a finding of its file off.</summary>
    public bool Covers(Diagnostic finding) =>
        (Line == 0 || finding.Place?.Line == Line) && Rules.Any(rule => rule.Code == finding.Code);
}
