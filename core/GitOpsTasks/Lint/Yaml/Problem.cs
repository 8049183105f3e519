using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Yaml;

/// <summary>Something a rule found. Its message is put together only when it is reported.</summary>
internal struct Problem
{
    /// <summary>Index of the rule among those that were run; -1 for a syntax error.</summary>
    public int Rule;

    /// <summary>Line, from 1.</summary>
    public int Line;

    /// <summary>Column in code points, from 1.</summary>
    public int Column;

    /// <summary>Column after what is wrong, on the same line.</summary>
    public int EndColumn;

    /// <summary>The message; <c>{0}</c> and <c>{1}</c> stand for the numbers, <c>{v}</c> for the text of a token.</summary>
    public string Message;

    /// <summary>The first number of the message.</summary>
    public int First;

    /// <summary>The second number of the message.</summary>
    public int Second;

    /// <summary>Index of the token whose text is in the message; -1 for none.</summary>
    public int Token;

    /// <summary>Line, from 0, of what was looked at when it was found: problems are told in that order.</summary>
    public int FoundOnLine;

    /// <summary>What was looked at on that line: tokens and comments by their order, then the line itself.</summary>
    public int FoundAt;

    /// <summary>How many problems were found before it.</summary>
    public int Ordinal;

    /// <summary>How serious it is.</summary>
    public Severity Severity;
}
