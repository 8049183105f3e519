using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Counts the blanks between tokens on one line; -1 as a bound is no bound.</summary>
internal static class Spacing
{
    /// <summary>Reports too many blanks, or too few, between a token and the next.</summary>
    public static void After(LintText text, ProblemList problems, int at, int min, int max, string tooFew, string tooMany)
    {
        ref readonly var token = ref text.Tokens[at];
        ref readonly var next = ref text.Tokens[at + 1];
        if (token.EndLine == next.Line)
            Compare(text, problems, at, next, next.Start - token.End, min, max, tooFew, tooMany);
    }

    /// <summary>Reports too many blanks, or too few, between a token and the one before.</summary>
    public static void Before(LintText text, ProblemList problems, int at, int min, int max, string tooFew, string tooMany)
    {
        ref readonly var token = ref text.Tokens[at];
        ref readonly var previous = ref text.Tokens[at - 1];
        if (previous.EndLine == token.Line && (previous.End == 0 || text.Bytes[previous.End - 1] != '\n'))
            Compare(text, problems, at, token, token.Start - previous.End, min, max, tooFew, tooMany);
    }

    private static void Compare(
        LintText text, ProblemList problems, int at, in Token place, int spaces, int min, int max, string tooFew, string tooMany)
    {
        if (max >= 0 && spaces > max)
            problems.AtToken(text, at, place.Line + 1, place.Column, tooMany);
        else if (min >= 0 && spaces < min)
            problems.AtToken(text, at, place.Line + 1, place.Column + 1, tooFew);
    }
}
