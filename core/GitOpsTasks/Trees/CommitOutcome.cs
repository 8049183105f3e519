using GitOpsTasks.Contracts;

namespace GitOpsTasks.Trees;

/// <summary>What became of a <see cref="CommitRequest"/>.</summary>
/// <param name="Changes">The changes of the last run of the edit, against <see cref="BaseRevision"/>.</param>
/// <param name="BaseRevision">The snapshot the edit last ran on.</param>
public sealed record CommitOutcome(ChangeSet Changes, string BaseRevision)
{
    /// <summary>The commit the branch now points at because of this request; null where nothing was written.</summary>
    public string? Commit { get; init; }

    /// <summary>Whether the branch held the wanted changes already, though its base does not.</summary>
    public bool AlreadyOnBranch { get; init; }

    /// <summary>How many times the edit was run and a write tried.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>What the gate found.</summary>
    public IReadOnlyList<Diagnostic> GateFindings { get; init; } = [];

    /// <summary>The files before the change, for showing a diff; without those that did not exist.</summary>
    public IReadOnlyDictionary<TreePath, TreeFile> Before { get; init; } = new Dictionary<TreePath, TreeFile>();
}
