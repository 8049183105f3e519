namespace GitOpsTasks.Trees;

/// <summary>Codes of diagnostics about trees and taking edits to them.</summary>
public static class TreeCodes
{
    /// <summary>A file changed between being read and being written.</summary>
    public const string ChangedMeanwhile = "GOT1201";

    /// <summary>The branch moved at every attempt.</summary>
    public const string BranchKeptMoving = "GOT1202";

    /// <summary>The gate found errors in the tree as it would become.</summary>
    public const string GateFailed = "GOT1203";

    /// <summary>A path to be written is a symbolic link, a submodule, or lies behind one.</summary>
    public const string NotARegularFile = "GOT1204";
}
