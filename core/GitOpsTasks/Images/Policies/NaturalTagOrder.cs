namespace GitOpsTasks.Images.Policies;

/// <summary>
/// Which of two tags is newer where nobody says how tags are made. It would rather not tell than be wrong: commit ids,
/// variants such as <c>-alpine</c> and long numbers without a known meaning have no order.
/// </summary>
public static class NaturalTagOrder
{
    /// <summary>Above 0 where the left tag is newer; null where it cannot be told.</summary>
    public static int? Compare(string left, string right)
    {
        if (left == right)
            return 0;
        if (!DottedVersion.TryParse(left, out var one) || !DottedVersion.TryParse(right, out var other))
            return TagNumbers.Compare(left, right);
        var core = one.CompareCore(other);
        return core != 0 ? core : CompareSuffixes(one.Suffix, other.Suffix);
    }

    private static int? CompareSuffixes(string left, string right)
    {
        if (left == right)
            return 0;
        if (left.Length == 0 || right.Length == 0)
        {
            var isPrerelease = PrereleaseWord.Of(left + right) is not null;
            return isPrerelease ? left.Length == 0 ? 1 : -1 : null;
        }

        if (PrereleaseWord.Of(left)?.Rank is { } one && PrereleaseWord.Of(right)?.Rank is { } other && one != other)
            return one.CompareTo(other);
        return TagNumbers.Compare(left, right);
    }
}
