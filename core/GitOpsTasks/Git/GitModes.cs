using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>File modes as git's trees write them.</summary>
internal static class GitModes
{
    /// <summary>The kind of an entry.</summary>
    public static TreeEntryKind ToKind(string mode) => mode switch
    {
        "100755" => TreeEntryKind.Executable,
        "040000" => TreeEntryKind.Folder,
        "120000" => TreeEntryKind.SymbolicLink,
        "160000" => TreeEntryKind.Submodule,
        _ => TreeEntryKind.File,
    };

    /// <summary>The mode of a file to be written.</summary>
    public static string Of(TreeEntryKind kind) => kind == TreeEntryKind.Executable ? "100755" : "100644";
}
