using GitOpsTasks.Contracts;
using GitOpsTasks.Images;

namespace GitOpsTasks.Bump.Selection;

/// <summary>What images become, with all that had to be looked up.</summary>
/// <param name="Images">The images, in the order they were given.</param>
/// <param name="Diagnostics">What was noticed on the way.</param>
public sealed record SelectedImages(IReadOnlyList<ImageUpdate> Images, IReadOnlyList<Diagnostic> Diagnostics);
