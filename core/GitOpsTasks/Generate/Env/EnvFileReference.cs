using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Spec;

namespace GitOpsTasks.Generate.Env;

/// <summary>An env file that a spec names.</summary>
/// <param name="Path">Relative to the spec's folder.</param>
/// <param name="Format">How its lines are read.</param>
/// <param name="Place">Where the spec names it.</param>
public sealed record EnvFileReference(string Path, EnvFormat Format = EnvFormat.Literal, SourcePlace? Place = null) : SpecFileReference(Path, Place);
