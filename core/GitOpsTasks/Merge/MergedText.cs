namespace GitOpsTasks.Merge;

/// <summary>What a merge came to.</summary>
/// <param name="Content">The bytes of the file.</param>
/// <param name="HasConflicts">Whether a person has to decide; conflict markers show where.</param>
internal sealed record MergedText(ReadOnlyMemory<byte> Content, bool HasConflicts);
