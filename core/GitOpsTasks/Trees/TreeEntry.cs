namespace GitOpsTasks.Trees;

/// <summary>One entry of a folder in a snapshot.</summary>
/// <param name="Path">Its path from the root.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct TreeEntry(TreePath Path, TreeEntryKind Kind)
{
    /// <summary>Whether it is a file with content of its own.</summary>
    public bool IsFile => Kind is TreeEntryKind.File or TreeEntryKind.Executable;

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => Kind == TreeEntryKind.Folder;
}
