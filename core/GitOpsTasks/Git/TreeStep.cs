using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>A place on a way through folders.</summary>
/// <param name="Path">Where the way leads; below a folder, where the place is.</param>
/// <param name="Names">The names on the way to it.</param>
/// <param name="At">What stands where the way has come to.</param>
internal sealed record TreeStep(TreePath Path, string[] Names, FolderItem At);
