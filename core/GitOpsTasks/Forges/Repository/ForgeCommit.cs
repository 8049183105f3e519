namespace GitOpsTasks.Forges.Repository;

/// <summary>A commit as a forge has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Tree">The id of its root folder.</param>
/// <param name="Parents">The ids of its parents, in their order.</param>
internal sealed record ForgeCommit(string Id, string Tree, IReadOnlyList<string> Parents);
