using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Configuration;

namespace GitOpsTasks.Lint.Gitops;

/// <summary>A check of the graph of a repository.</summary>
/// <param name="run">Finds what is wrong; the graph is read by several checks at once.</param>
/// <param name="rules">The rules it is for; none for one that comes with making the graph.</param>
internal sealed class GitopsCheck(Func<RepositoryGraph, IEnumerable<Diagnostic>> run, params LintRule[] rules)
{
    /// <summary>Whether one of its rules is on.</summary>
    public bool IsOn(RuleLevels levels) => rules.Length == 0 || Array.Exists(rules, levels.IsOn);

    /// <summary>What is wrong.</summary>
    public IEnumerable<Diagnostic> Run(RepositoryGraph graph) => run(graph);
}
