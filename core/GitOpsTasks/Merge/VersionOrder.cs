using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Merge;

/// <summary>The order of tags that are versions: numbers and dots, an optional <c>v</c>, and a pre-release as in SemVer 2, 11.</summary>
internal static partial class VersionOrder
{
    /// <inheritdoc cref="TagOrder" />
    public static int? Compare(string left, string right)
    {
        var (a, b) = (Version().Match(left), Version().Match(right));
        if (!a.Success || !b.Success || a.Groups["v"].Length != b.Groups["v"].Length)
            return null;
        var numbers = CompareParts(a.Groups["numbers"].Value.Split('.'), b.Groups["numbers"].Value.Split('.'), missing: "0");
        return numbers != 0 ? numbers : ComparePreReleases(a.Groups["pre"].Value, b.Groups["pre"].Value);
    }

    private static int ComparePreReleases(string left, string right) => (left.Length, right.Length) switch
    {
        (0, 0) => 0,
        (0, _) => 1,
        (_, 0) => -1,
        _ => CompareParts(left.Split('.'), right.Split('.'), missing: null),
    };

    private static int CompareParts(string[] left, string[] right, string? missing)
    {
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var (a, b) = (i < left.Length ? left[i] : missing, i < right.Length ? right[i] : missing);
            if (a is null || b is null)
                return a is null ? -1 : 1;
            if (ComparePart(a, b) is var order and not 0)
                return order;
        }

        return 0;
    }

    private static int ComparePart(string left, string right)
    {
        var (a, b) = (Number(left), Number(right));
        if (a is { } x && b is { } y)
            return x.CompareTo(y);
        return a is null && b is null ? string.CompareOrdinal(left, right) : a is null ? 1 : -1;
    }

    private static BigInteger? Number(string text) =>
        text.All(char.IsAsciiDigit) ? BigInteger.Parse(text, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"\A(?<v>v?)(?<numbers>[0-9]+(\.[0-9]+){0,3})(-(?<pre>[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*))?([+_][0-9A-Za-z.-]+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Version();
}
