using GitOpsTasks.Generate.Env;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Environment variables that one mapping of a spec gives.</summary>
/// <param name="Files">Files of them; the later win.</param>
/// <param name="Values">Variables, over those of the files.</param>
public sealed record EnvLayer(IReadOnlyList<EnvFileReference> Files, IReadOnlyDictionary<string, string> Values);
