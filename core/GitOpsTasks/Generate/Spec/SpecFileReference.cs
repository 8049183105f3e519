using GitOpsTasks.Contracts;

namespace GitOpsTasks.Generate.Spec;

/// <summary>A file that a spec names.</summary>
/// <param name="Path">Relative to the spec's folder.</param>
/// <param name="Place">Where the spec names it.</param>
public record SpecFileReference(string Path, SourcePlace? Place = null);
