namespace GitOpsTasks.Trees;

/// <summary>
/// A pure function from a snapshot and a plan to the changes it wants. It sees nothing else, so that it can be run again
/// on whatever the branch has become.
/// </summary>
/// <param name="tree">The snapshot to change.</param>
/// <param name="plan">Facts resolved beforehand.</param>
/// <param name="cancellationToken">Cancels reading.</param>
public delegate ValueTask<ChangeSet> TreeEdit(IConfigTree tree, Plan plan, CancellationToken cancellationToken);
