using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>An entry of a tree object.</summary>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The object's id: a blob, a tree, or a submodule's commit.</param>
internal sealed record FolderItem(string Name, TreeEntryKind Kind, string Id)
{
    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => Kind == TreeEntryKind.Folder;

    /// <summary>Whether it is a file with content of its own.</summary>
    public bool IsFile => Kind is TreeEntryKind.File or TreeEntryKind.Executable;
}
