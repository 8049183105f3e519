using GitOpsTasks.Contracts;

namespace GitOpsTasks.Generate;

/// <summary>An env file that a spec names.</summary>
/// <param name="Path">Relative to the spec's folder.</param>
/// <param name="Place">Where the spec names it.</param>
public sealed record EnvFileReference(string Path, SourcePlace? Place = null);
