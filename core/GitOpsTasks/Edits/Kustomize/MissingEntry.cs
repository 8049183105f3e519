using GitOpsTasks.Images;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>An entry that a kustomization lacks.</summary>
/// <param name="File">The kustomization.</param>
/// <param name="Entry">What the entry is to say, under the name it needs.</param>
/// <param name="Update">What was asked for.</param>
internal sealed record MissingEntry(TreePath File, ImageUpdate Entry, ImageUpdate Update)
{
    /// <summary>The version that the image has there and that is newer, so that no entry is added; null where none is.</summary>
    public FieldChange? Kept { get; init; }
}
