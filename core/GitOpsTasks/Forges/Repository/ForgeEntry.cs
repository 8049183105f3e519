using GitOpsTasks.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Forges.Repository;

/// <summary>An entry of a folder.</summary>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Mode">git's mode, six octal digits.</param>
/// <param name="Id">The id of its blob or tree, or of a submodule's commit.</param>
/// <param name="Size">The length of a file in bytes; null where the forge does not tell.</param>
internal sealed record ForgeEntry(string Name, string Mode, string Id, long? Size = null)
{
    /// <summary>What it is.</summary>
    public TreeEntryKind Kind => GitModes.ToKind(Mode);

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => Kind == TreeEntryKind.Folder;

    /// <summary>Whether it is a file with content of its own.</summary>
    public bool IsFile => Kind is TreeEntryKind.File or TreeEntryKind.Executable;
}
