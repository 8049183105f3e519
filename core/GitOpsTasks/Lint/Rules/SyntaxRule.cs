using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Rules;

/// <summary>The file is YAML that every reader takes: what the parser found, as findings.</summary>
public sealed class SyntaxRule : ILintRule
{
    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(LintFile file, IConfigTree tree, CancellationToken cancellationToken) =>
        ValueTask.FromResult(file.Yaml.Diagnostics);
}
