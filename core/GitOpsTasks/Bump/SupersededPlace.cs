using GitOpsTasks.Trees;

namespace GitOpsTasks.Bump;

/// <summary>A place that a bump left alone, for it has a newer version.</summary>
/// <param name="File">The file, from the root of the repository.</param>
/// <param name="Line">Line of the value, from 1.</param>
/// <param name="Column">Column of the value, from 1, in code points.</param>
/// <param name="Image">The image as the file names it.</param>
/// <param name="Current">The tag that stays.</param>
/// <param name="Wanted">The older tag that was asked for.</param>
public sealed record SupersededPlace(string File, int Line, int Column, string Image, string? Current, string? Wanted)
{
    internal static SupersededPlace Of(FieldChange kept) =>
        new(kept.Place.File, kept.Place.Line, kept.Place.Column, kept.Subject, kept.Old, kept.New);
}
