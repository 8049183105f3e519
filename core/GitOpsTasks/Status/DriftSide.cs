namespace GitOpsTasks.Status;

/// <summary>What one environment says of a field.</summary>
/// <param name="File">The file, from the root of the repository; the folder where it has no such file.</param>
/// <param name="Line">The line, counted from 1; that of what is around where it has no such field; 0 for a whole file.</param>
/// <param name="Column">The column, likewise.</param>
/// <param name="Value">What it is, on one line; null where it has no such field. Values of secrets are not told.</param>
public sealed record DriftSide(string File, int Line, int Column, string? Value)
{
    /// <summary><c>file:line:column</c>, as far as it is known.</summary>
    public string Place() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}
