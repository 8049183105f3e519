using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint;

/// <summary>One thing that is looked for, as reports, configurations and docs/lint name it.</summary>
/// <param name="Code">The stable code of what it finds.</param>
/// <param name="Id">Its name in configurations and the name of its page in docs/lint, such as <c>privileged-container</c>.</param>
/// <param name="Layer">The layer it belongs to.</param>
/// <param name="Severity">How serious what it finds is, unless a configuration says otherwise.</param>
/// <param name="Summary">One sentence: what is wrong where it finds something.</param>
public sealed record LintRule(string Code, string Id, LintLayer Layer, Severity Severity, string Summary)
{
    /// <summary>Looked for only where a configuration asks for it.</summary>
    public bool IsOptIn { get; init; }

    /// <summary>Looked for only where kustomizations are rendered, as it is about what comes out.</summary>
    public bool NeedsRendering { get; init; }

    /// <summary>A finding of this rule on a node.</summary>
    /// <param name="node">What is wrong.</param>
    /// <param name="message">One sentence: what is wrong.</param>
    /// <param name="advice">One sentence: what to do.</param>
    public Diagnostic At(YamlNode node, string message, string advice) => At(NodePlace.HeadOf(node), message, advice);

    /// <summary>A finding of this rule at a place.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="message">One sentence: what is wrong.</param>
    /// <param name="advice">One sentence: what to do.</param>
    public Diagnostic At(SourcePlace place, string message, string advice) => new(Code, Severity, message, advice) { Place = place, Rule = Id };
}
