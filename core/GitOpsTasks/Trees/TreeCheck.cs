using GitOpsTasks.Contracts;

namespace GitOpsTasks.Trees;

/// <summary>A pure function from a snapshot to what is wrong in it.</summary>
/// <param name="tree">The snapshot to check.</param>
/// <param name="cancellationToken">Cancels reading.</param>
public delegate ValueTask<IReadOnlyList<Diagnostic>> TreeCheck(IConfigTree tree, CancellationToken cancellationToken);
