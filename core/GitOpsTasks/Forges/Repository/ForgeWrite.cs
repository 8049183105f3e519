using GitOpsTasks.Git;

namespace GitOpsTasks.Forges.Repository;

/// <summary>What became of a change.</summary>
/// <param name="Commit">The commit that was made for it.</param>
/// <param name="Result">Whether its branch was moved there.</param>
internal sealed record ForgeWrite(string Commit, RefMoveResult Result);
