namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>What a reader of YAML 1.1 refuses a text for.</summary>
/// <param name="Offset">Offset of the place.</param>
/// <param name="Line">Its line, from 0.</param>
/// <param name="Column">Its column, from 0, in bytes.</param>
/// <param name="TokensBefore">How many tokens such a reader has settled by then; later ones might still have been keys.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Advice">What to do.</param>
internal sealed record ScanError(int Offset, int Line, int Column, int TokensBefore, string Message, string? Advice);
