namespace GitOpsTasks.Images.Policies;

/// <summary>The order of prereleases, SemVer 2, section 11.4.</summary>
internal static class PrereleaseOrder
{
    /// <summary>Whether no number in it has a leading zero. An empty text is valid.</summary>
    public static bool IsValid(string prerelease) =>
        Array.TrueForAll(prerelease.Split('.'), part => part.Length < 2 || part[0] != '0' || !IsNumber(part));

    /// <summary>Compares identifier by identifier; of two with a common beginning, the shorter is older.</summary>
    public static int Compare(string left, string right)
    {
        var (lefts, rights) = (left.Split('.'), right.Split('.'));
        for (var i = 0; i < Math.Min(lefts.Length, rights.Length); i++)
        {
            var order = CompareIdentifiers(lefts[i], rights[i]);
            if (order != 0)
                return order;
        }

        return lefts.Length.CompareTo(rights.Length);
    }

    // Numbers come before words; numbers of any length compare as numbers.
    private static int CompareIdentifiers(string left, string right) => (IsNumber(left), IsNumber(right)) switch
    {
        (true, true) when left.Length != right.Length => left.Length.CompareTo(right.Length),
        (true, false) => -1,
        (false, true) => 1,
        _ => Math.Sign(string.CompareOrdinal(left, right)),
    };

    private static bool IsNumber(string identifier) => identifier.Length > 0 && identifier.All(char.IsAsciiDigit);
}
