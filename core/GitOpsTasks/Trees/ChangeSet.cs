using GitOpsTasks.Contracts;

namespace GitOpsTasks.Trees;

/// <summary>What an edit wants changed in the snapshot it saw. Files that stay as they are do not appear.</summary>
public sealed record ChangeSet
{
    /// <summary>Nothing to change.</summary>
    public static ChangeSet Empty { get; } = new();

    /// <summary>The files, ordered by path, each at most once.</summary>
    public IReadOnlyList<FileChange> Files { get; init; } = [];

    /// <summary>The values changed, for people.</summary>
    public IReadOnlyList<FieldChange> Fields { get; init; } = [];

    /// <summary>Values that stay, for they are newer: the old value is what stays, the new one what was asked for.</summary>
    public IReadOnlyList<FieldChange> Superseded { get; init; } = [];

    /// <summary>Values that stay as bumps and people left them: the old value is what stays, the new one what would have been written.</summary>
    public IReadOnlyList<FieldChange> Kept { get; init; } = [];

    /// <summary>Values that stay until a person decides: the old value is the file's, the new one what would have been written.</summary>
    public IReadOnlyList<FieldChange> Conflicts { get; init; } = [];

    /// <summary>What was noticed on the way.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Whether no file changes.</summary>
    public bool IsEmpty => Files.Count == 0;
}
