using GitOpsTasks.Trees;

namespace GitOpsTasks.Bump;

/// <summary>One value that a bump changed.</summary>
/// <param name="File">The file, from the root of the repository.</param>
/// <param name="Line">Line of the value before the change, from 1.</param>
/// <param name="Column">Column of the value, from 1, in code points.</param>
/// <param name="Image">The image as the file names it.</param>
/// <param name="Field">Such as <c>newTag</c>, <c>digest</c> or <c>image</c>.</param>
/// <param name="Old">The value before; null where there was none.</param>
/// <param name="New">The value after; null where it was removed.</param>
public sealed record BumpedField(string File, int Line, int Column, string Image, string Field, string? Old, string? New)
{
    internal static BumpedField Of(FieldChange change) =>
        new(change.Place.File, change.Place.Line, change.Place.Column, change.Subject, change.Field, change.Old, change.New);
}
