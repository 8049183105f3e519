using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint;

/// <summary>A file under check, parsed once for all rules.</summary>
/// <param name="Path">Its path from the root.</param>
/// <param name="Yaml">Its tree and what the parser found.</param>
public sealed record LintFile(TreePath Path, YamlFile Yaml);
