using GitOpsTasks.Contracts;

namespace GitOpsTasks.Trees;

/// <summary>One value that an edit changes, for people: reports, commit messages and pull requests.</summary>
/// <param name="Place">Where the value stood before the change.</param>
/// <param name="Field">What the value is, such as <c>newTag</c> or <c>image</c>.</param>
/// <param name="Subject">What it is about, such as the image name.</param>
/// <param name="Old">The value before; null where there was none.</param>
/// <param name="New">The value after; null where it is removed.</param>
public sealed record FieldChange(SourcePlace Place, string Field, string Subject, string? Old, string? New);
