using System.Globalization;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Amounts as Kubernetes writes them: <c>100m</c>, <c>0.5</c>, <c>256Mi</c>, <c>1G</c>.</summary>
internal static partial class Quantity
{
    private static readonly Dictionary<string, decimal> s_factors = new(StringComparer.Ordinal)
    {
        ["m"] = 0.001m, [""] = 1, ["k"] = 1e3m, ["M"] = 1e6m, ["G"] = 1e9m, ["T"] = 1e12m,
        ["Ki"] = 1024m, ["Mi"] = 1024m * 1024, ["Gi"] = 1024m * 1024 * 1024, ["Ti"] = 1024m * 1024 * 1024 * 1024,
    };

    /// <summary>An amount of processor time.</summary>
    public static string Cpu(string text) => Value(text) is > 0 and >= 0.001m && !text.EndsWith('i')
        ? text
        : throw new FormatException("Write processors such as 0.5 or 500m.");

    /// <summary>An amount of memory; thousandths of a byte, a common slip, are refused.</summary>
    public static string Memory(string text) => Value(text) is > 0 && !text.EndsWith('m')
        ? text
        : throw new FormatException("Write bytes such as 256Mi or 1Gi.");

    /// <summary>The amount as a number; null where the text is none.</summary>
    public static decimal? Value(string text) =>
        Pattern().Match(text) is { Success: true } match
            ? decimal.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * s_factors[match.Groups["unit"].Value]
            : null;

    [GeneratedRegex(@"\A(?<number>[0-9]{1,12}(\.[0-9]{1,6})?)(?<unit>m|k|M|G|T|Ki|Mi|Gi|Ti|)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
