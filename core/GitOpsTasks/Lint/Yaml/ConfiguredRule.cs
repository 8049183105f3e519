using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Yaml;

/// <summary>A rule that is on.</summary>
/// <param name="Definition">Which one.</param>
/// <param name="Rule">It, with its options.</param>
/// <param name="Severity">How serious what it finds is.</param>
/// <param name="Ignore">The files it does not look at; null where it looks at all.</param>
internal sealed record ConfiguredRule(RuleDefinition Definition, YamlRule Rule, Severity Severity, PathPatterns? Ignore);
