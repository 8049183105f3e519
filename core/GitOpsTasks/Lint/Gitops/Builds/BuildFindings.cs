using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>What is wrong with builds. Components are built with all that use them, and told of once.</summary>
internal sealed class BuildFindings
{
    private readonly Dictionary<(string Code, YamlNode Node), Func<Diagnostic>?> _expected = [];
    private readonly Dictionary<(string Code, YamlNode Node), Diagnostic> _certain = [];

    /// <summary>All that was found, each once.</summary>
    public IEnumerable<Diagnostic> All => _certain.Values.Concat(_expected.Values.OfType<Func<Diagnostic>>().Select(make => make()));

    /// <summary>Tells something where it holds in no build at all.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="node">What is wrong.</param>
    /// <param name="isMet">Whether all is well in this build, or nothing can be told of it.</param>
    /// <param name="otherwise">What is told.</param>
    public void Expect(LintRule rule, YamlNode node, bool isMet, Func<Diagnostic> otherwise)
    {
        if (isMet)
            _expected[(rule.Code, node)] = null;
        else
            _expected.TryAdd((rule.Code, node), otherwise);
    }

    /// <summary>Tells what is wrong in one build, whatever it is in others.</summary>
    /// <param name="node">What is wrong.</param>
    /// <param name="finding">What is told.</param>
    public void Add(YamlNode node, Diagnostic finding) => _certain.TryAdd((finding.Code, node), finding);
}
