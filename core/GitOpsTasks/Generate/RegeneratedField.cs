using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate;

/// <summary>A field that a file has otherwise than the spec.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line of the value, or of what it would be in; 0 where the file is missing.</param>
/// <param name="Column">The column, in code points.</param>
/// <param name="Object">Kind and name of the object.</param>
/// <param name="Field">The path of the field; <c>file</c> where it is about the file as a whole.</param>
/// <param name="Value">What the file has; null where nothing. Values of Secrets are not told.</param>
/// <param name="Wanted">What the spec wants; null where nothing.</param>
public sealed record RegeneratedField(string File, int Line, int Column, string Object, string Field, string? Value, string? Wanted)
{
    /// <summary>The field of a change set.</summary>
    internal static RegeneratedField Of(FieldChange change) =>
        new(change.Place.File, change.Place.Line, change.Place.Column, change.Subject, change.Field, change.Old, change.New);
}
