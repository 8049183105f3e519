using GitOpsTasks.Lint.Manifests;

namespace GitOpsTasks.Lint.Gitops;

/// <summary>A manifest and the file it is in.</summary>
/// <param name="File">The file.</param>
/// <param name="Manifest">The manifest.</param>
internal sealed record PlacedManifest(LintFile File, Manifest Manifest);
