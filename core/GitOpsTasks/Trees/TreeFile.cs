namespace GitOpsTasks.Trees;

/// <summary>A file of a snapshot with its content.</summary>
/// <param name="Path">Its path from the root.</param>
/// <param name="Content">Its bytes, exactly as they are stored.</param>
/// <param name="Kind"><see cref="TreeEntryKind.File"/> or <see cref="TreeEntryKind.Executable"/>.</param>
public sealed record TreeFile(TreePath Path, ReadOnlyMemory<byte> Content, TreeEntryKind Kind = TreeEntryKind.File);
