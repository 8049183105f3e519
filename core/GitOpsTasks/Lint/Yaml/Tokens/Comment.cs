namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>A comment between two tokens. Lines count from 0, columns from 0 in code points.</summary>
/// <param name="Start">Offset of its <c>#</c>.</param>
/// <param name="End">Offset after its last byte.</param>
/// <param name="Line">Its line.</param>
/// <param name="Column">The column of its <c>#</c>.</param>
/// <param name="TokenBefore">Index of the token before it.</param>
internal readonly record struct Comment(int Start, int End, int Line, int Column, int TokenBefore);
