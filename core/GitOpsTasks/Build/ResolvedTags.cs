using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build;

/// <summary>What tag rules came to for one state of the sources.</summary>
/// <param name="Tags">The tags, each once, in the order of their rules.</param>
/// <param name="Version">The first tag; null where there is none.</param>
/// <param name="Diagnostics">Rules that gave nothing and should have.</param>
public sealed record ResolvedTags(IReadOnlyList<string> Tags, string? Version, IReadOnlyList<Diagnostic> Diagnostics);
