namespace GitOpsTasks.Trees;

/// <summary>Where a symbolic link of a work tree leads.</summary>
/// <param name="File">The regular file of the tree at its end; null where there is none.</param>
/// <param name="Where">Where else it leads, such as <c>to a folder</c>.</param>
internal sealed record LinkTarget(TreePath? File, string Where);
