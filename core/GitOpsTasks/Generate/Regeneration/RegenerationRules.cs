using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>How generating again decides.</summary>
public sealed record RegenerationRules
{
    /// <summary>Reports conflicts, and prunes nothing that was changed.</summary>
    public static RegenerationRules Default { get; } = new();

    /// <summary>What becomes of fields that both the spec and a person changed.</summary>
    public ConflictChoice OnConflict { get; init; }

    /// <summary>Whether files that the spec no longer wants go even where a person changed them.</summary>
    public bool Prune { get; init; }

    /// <summary>
    /// Whether conflicts are told beside the other changes, as for a check; else they end the edit, so that nothing is
    /// written.
    /// </summary>
    public bool IsPreview { get; init; }

    /// <summary>The folders whose recorded files go where they are no longer wanted; all of the record's where null.</summary>
    public IReadOnlyList<TreePath>? Folders { get; init; }

    /// <summary>Folders whose recorded files stay in any case.</summary>
    public IReadOnlyList<TreePath> Except { get; init; } = [];

    /// <summary>Whether a recorded file is one that this run is about.</summary>
    public bool Cover(TreePath path) => (Folders is null || Folders.Any(path.IsIn)) && !Except.Any(path.IsIn);
}
