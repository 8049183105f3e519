using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>How many blanks may be between two tokens on a line.</summary>
/// <param name="Least">As few; -1 where any will do.</param>
/// <param name="Most">As many; -1 where any will do.</param>
/// <param name="TooFew">What to say of fewer.</param>
/// <param name="TooMany">What to say of more.</param>
internal sealed record SpacingLimits(int Least, int Most, string TooFew, string TooMany)
{
    /// <summary>Limits without a least number.</summary>
    public static SpacingLimits AtMost(int most, string tooMany) => new(-1, most, "", tooMany);

    /// <summary>Looks at the blanks that follow a token.</summary>
    /// <param name="text">The file.</param>
    /// <param name="problems">Takes what is found.</param>
    /// <param name="left">The token before the blanks.</param>
    /// <param name="sign">The token that they are looked at for: this one or the next.</param>
    public void Check(LintText text, ProblemList problems, int left, int sign)
    {
        ref readonly var right = ref text.Tokens[left + 1];
        if (!AreOnOneLine(text, text.Tokens[left], right))
            return;
        var blanks = right.Start - text.Tokens[left].End;
        if (Most >= 0 && blanks > Most)
            problems.AtToken(text, sign, new ProblemSpan(right.Line + 1, right.Column, right.Column + 1), TooMany);
        else if (blanks < Least)
            problems.AtToken(text, sign, ProblemSpan.Of(text, left + 1), TooFew);
    }

    // A block scalar ends with its last line feed.
    private static bool AreOnOneLine(LintText text, in Token left, in Token right) =>
        left.EndLine == right.Line && !text.Bytes[..left.End].EndsWith("\n"u8);
}
