using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Policy.Rendering;

/// <summary>What kustomize makes of a kustomization.</summary>
/// <param name="Kustomization">Its file.</param>
/// <param name="Manifests">What came out.</param>
internal sealed record RenderedBuild(TreePath Kustomization, IReadOnlyList<Manifest> Manifests);
