namespace GitOpsTasks.Trees;

/// <summary>What a <see cref="TreeEntry"/> is; git's file modes by name.</summary>
public enum TreeEntryKind
{
    /// <summary>A regular file, mode 100644.</summary>
    File,

    /// <summary>An executable file, mode 100755.</summary>
    Executable,

    /// <summary>A folder, mode 040000.</summary>
    Folder,

    /// <summary>A symbolic link, mode 120000; never followed.</summary>
    SymbolicLink,

    /// <summary>A submodule, mode 160000; never entered.</summary>
    Submodule,
}
