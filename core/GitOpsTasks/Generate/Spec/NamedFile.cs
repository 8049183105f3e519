namespace GitOpsTasks.Generate.Spec;

/// <summary>A file that a spec names, or why it cannot be read.</summary>
/// <param name="Shown">Its path as it is shown.</param>
/// <param name="Content">Its bytes; none where it cannot be read.</param>
/// <param name="Problem">One sentence: why it cannot be read; null where it was.</param>
/// <param name="Advice">One sentence: what to do about it.</param>
internal sealed record NamedFile(string Shown, ReadOnlyMemory<byte> Content, string? Problem = null, string Advice = "");
