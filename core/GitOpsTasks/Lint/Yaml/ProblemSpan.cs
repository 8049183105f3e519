namespace GitOpsTasks.Lint.Yaml;

/// <summary>What is wrong: a part of a line. Line and columns count from 1, columns in code points.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The first column.</param>
/// <param name="EndColumn">The column after the last.</param>
internal readonly record struct ProblemSpan(int Line, int Column, int EndColumn)
{
    /// <summary>A place with nothing in it, such as that of something missing.</summary>
    /// <param name="line">From 0.</param>
    /// <param name="column">From 0.</param>
    public static ProblemSpan At(int line, int column) => new(line + 1, column + 1, column + 1);

    /// <summary>A token, up to the end of its first line. For an empty token what begins there.</summary>
    public static ProblemSpan Of(LintText text, int token)
    {
        var shown = token;
        while (text.Tokens[shown].End == text.Tokens[shown].Start && shown + 1 < text.Tokens.Length
            && text.Tokens[shown + 1].Start == text.Tokens[token].Start)
            shown++;
        ref readonly var at = ref text.Tokens[shown];
        var end = at.EndLine == at.Line ? at.EndColumn : at.Column + text.Characters(at.Start, Math.Max(at.Start, text.Line(at.Line).End));
        return new ProblemSpan(at.Line + 1, at.Column + 1, end + 1);
    }
}
