using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>One thing that is looked for. A new rule is a class in Rules/ and a line in <see cref="LintRules"/>.</summary>
public interface ILintRule
{
    /// <summary>What is wrong in a file, in the order it stands there.</summary>
    /// <param name="file">The file, parsed.</param>
    /// <param name="tree">The tree it is in, for rules about references.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(LintFile file, IConfigTree tree, CancellationToken cancellationToken);
}
