using System.Text.RegularExpressions;

namespace GitOpsTasks.Images.Policies;

/// <summary>Compares two tags that differ in their numbers only, such as <c>build-9</c> and <c>build-10</c>.</summary>
internal static partial class TagNumbers
{
    private const int LongestCounter = 6;
    private const int ShortestCommit = 7;

    /// <summary>
    /// Above 0 where the first number that differs is higher on the left; null where the tags differ in more than numbers,
    /// or in a number that may be part of a commit id or has no known meaning.
    /// </summary>
    public static int? Compare(string left, string right)
    {
        var (lefts, rights) = (Pieces().Matches(left), Pieces().Matches(right));
        if (lefts.Count != rights.Count)
            return null;
        var order = 0;
        for (var i = 0; i < lefts.Count; i++)
        {
            var (one, other) = (lefts[i].Value, rights[i].Value);
            if (one == other)
                continue;
            if (!IsCountable(left, lefts[i]) || !IsCountable(right, rights[i]) || (IsLong(one) || IsLong(other)) && one.Length != other.Length)
                return null;
            order = order != 0 ? order : CompareNumbers(one, other);
        }

        return order;
    }

    private static bool IsCountable(string tag, Match piece) =>
        char.IsAsciiDigit(piece.Value[0])
        && (IsLong(piece.Value) ? IsTime(piece.Value) && (IsAlone(tag, piece) || !IsInCommit(tag, piece)) : !IsInCommit(tag, piece));

    private static bool IsLong(string number) => number.Length > LongestCounter;

    // Dates with or without a time of day, and seconds to nanoseconds since 1970.
    private static bool IsTime(string number) =>
        (number.Length is 8 or 10 or 12 or 14 or 17 && Date().IsMatch(number))
        || (number.Length is 10 or 13 or 16 or 19 && number[0] == '1');

    private static bool IsAlone(string tag, Match piece) => Word(tag, piece).Length == piece.Length;

    private static bool IsInCommit(string tag, Match piece)
    {
        var word = Word(tag, piece);
        return word.Length >= ShortestCommit && word.ToString().All(char.IsAsciiHexDigit);
    }

    // The letters and digits around a number.
    private static ReadOnlySpan<char> Word(string tag, Match piece)
    {
        var (start, end) = (piece.Index, piece.Index + piece.Length);
        while (start > 0 && char.IsAsciiLetterOrDigit(tag[start - 1]))
            start--;
        while (end < tag.Length && char.IsAsciiLetterOrDigit(tag[end]))
            end++;
        return tag.AsSpan(start, end - start);
    }

    private static int CompareNumbers(string left, string right)
    {
        var (one, other) = (left.TrimStart('0'), right.TrimStart('0'));
        return one.Length != other.Length ? one.Length.CompareTo(other.Length) : Math.Sign(string.CompareOrdinal(one, other));
    }

    [GeneratedRegex("[0-9]+|[^0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"\A(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Date();
}
