namespace GitOpsTasks.Trees;

/// <summary>One file of a change set: its whole new content, or its removal.</summary>
/// <param name="Path">Its path from the root.</param>
/// <param name="Content">The new bytes; null removes the file.</param>
/// <param name="Kind">The mode of the new file; an edit keeps the mode the file had.</param>
public sealed record FileChange(TreePath Path, ReadOnlyMemory<byte>? Content, TreeEntryKind Kind = TreeEntryKind.File);
