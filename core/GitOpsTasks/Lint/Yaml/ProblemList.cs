using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Yaml;

/// <summary>Collects what rules find in a file; its memory is used again for the next one.</summary>
internal sealed class ProblemList : IComparer<Problem>
{
    private const int MaxKept = 1 << 14;
    private Problem[] _problems = new Problem[64];
    private int _rule;
    private Severity _severity;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>All of them.</summary>
    public ReadOnlySpan<Problem> All => _problems.AsSpan(0, Count);

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Count = 0;
        if (_problems.Length > MaxKept)
            _problems = new Problem[64];
    }

    /// <summary>Says whose problems come next.</summary>
    public void Begin(int rule, Severity severity) => (_rule, _severity) = (rule, severity);

    /// <summary>Adds a problem found at a token.</summary>
    public void AtToken(LintText text, int token, ProblemSpan span, string message, int first = 0, int second = 0, int named = -1) =>
        Add(text.Tokens[token].Line, token * 2, span, message, first, second, named);

    /// <summary>Adds a problem of a token found there.</summary>
    public void AtStart(LintText text, int token, string message, int named = -1) =>
        AtToken(text, token, ProblemSpan.Of(text, token), message, named: named);

    /// <summary>Adds a problem after the end of a token found there.</summary>
    public void AfterEnd(LintText text, int token, string message, int named = -1) =>
        AtToken(text, token, ProblemSpan.At(text.Tokens[token].Line, text.Tokens[token].EndColumn), message, named: named);

    /// <summary>Adds a problem found at a comment; what is wrong begins at a column, from 0.</summary>
    public void AtComment(LintText text, int comment, int column, string message, int first = 0)
    {
        var at = text.Comments[comment];
        var end = at.Column + text.Characters(at.Start, at.End);
        Add(at.Line, (at.TokenBefore * 2) + 1, new ProblemSpan(at.Line + 1, column + 1, end + 1), message, first, 0, -1);
    }

    /// <summary>Adds a problem found on a line.</summary>
    public void AtLine(ProblemSpan span, string message, int first = 0, int second = 0) =>
        Add(span.Line - 1, int.MaxValue, span, message, first, second, -1);

    /// <summary>Puts them in the order they are told.</summary>
    public void Sort()
    {
        if (Count > 1)
            _problems.AsSpan(0, Count).Sort(this);
    }

    /// <inheritdoc />
    public int Compare(Problem x, Problem y)
    {
        var byLine = x.FoundOnLine.CompareTo(y.FoundOnLine);
        if (byLine != 0)
            return byLine;
        var byPlace = x.FoundAt.CompareTo(y.FoundAt);
        if (byPlace != 0)
            return byPlace;
        var byRule = x.Rule.CompareTo(y.Rule);
        return byRule != 0 ? byRule : x.Ordinal.CompareTo(y.Ordinal);
    }

    private void Add(int foundOnLine, int foundAt, ProblemSpan span, string message, int first, int second, int token)
    {
        if (Count == _problems.Length)
            Array.Resize(ref _problems, Count * 2);
        ref var problem = ref _problems[Count];
        problem.Rule = _rule;
        problem.Severity = _severity;
        (problem.Line, problem.Column, problem.EndColumn) = (span.Line, span.Column, span.EndColumn);
        problem.Message = message;
        problem.First = first;
        problem.Second = second;
        problem.Token = token;
        problem.FoundOnLine = foundOnLine;
        problem.FoundAt = foundAt;
        problem.Ordinal = Count++;
    }
}
