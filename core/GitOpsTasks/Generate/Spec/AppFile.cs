namespace GitOpsTasks.Generate.Spec;

/// <summary>A file in the container, by its absolute path there.</summary>
/// <param name="Content">Its text; null where it is read from a file.</param>
/// <param name="From">The file beside the spec that it is read from; null where the text is given.</param>
public sealed record AppFile(string? Content, SpecFileReference? From);
