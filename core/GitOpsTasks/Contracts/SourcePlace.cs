namespace GitOpsTasks.Contracts;

/// <summary>A place in a file: lines and columns count from 1, columns in Unicode code points; 0 means unknown.</summary>
/// <param name="File">Path as the user gave it, or relative to the repository, with forward slashes.</param>
/// <param name="Line">Line of the first character.</param>
/// <param name="Column">Column of the first character.</param>
/// <param name="EndLine">Line after the last character.</param>
/// <param name="EndColumn">Column after the last character.</param>
public sealed record SourcePlace(string File, int Line = 0, int Column = 0, int EndLine = 0, int EndColumn = 0)
{
    /// <summary><c>file:line:column</c>, as far as it is known.</summary>
    public override string ToString() =>
        Line == 0 ? File : Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
}
