using System.Globalization;
using System.Net;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>The formats of values that the API server checks and a manifest can get wrong. Others are not checked.</summary>
internal static class SchemaFormats
{
    /// <summary>What values of a format look like, for advice; null where the format is not checked.</summary>
    public static string? Describe(string format) => format switch
    {
        "quantity" => "a number with a suffix such as m, k, M, G, Ki, Mi or Gi: 500m, 1.5Gi",
        "int32" => "a whole number from -2147483648 to 2147483647",
        "int64" => "a whole number from -9223372036854775808 to 9223372036854775807",
        "byte" => "base64",
        "date-time" => "a date and time such as 2026-01-31T12:00:00Z",
        "date" => "a date such as 2026-01-31",
        "ipv4" => "an IPv4 address",
        "ipv6" => "an IPv6 address",
        "cidr" => "an address and a prefix length, such as 10.0.0.0/8",
        "uuid" => "a UUID",
        _ => null,
    };

    /// <summary>Whether a value has a format; true for values of types that the format says nothing of.</summary>
    public static bool Matches(string format, ScalarValue value) => value.Type switch
    {
        SchemaTypes.Integer => format switch
        {
            "int32" or "int-or-string" => value.Number is >= int.MinValue and <= int.MaxValue,
            "int64" => value.Number is >= long.MinValue and <= long.MaxValue,
            _ => true,
        },
        SchemaTypes.String => MatchesText(format, value.Text),
        _ => true,
    };

    private static bool MatchesText(string format, string text) => format switch
    {
        "quantity" => QuantityText.Matches(text),
        "byte" => IsBase64(text),
        "date-time" => IsDateTime(text),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "ipv4" => IPAddress.TryParse(text, out var address) && text.Count(c => c == '.') == 3 && address.GetAddressBytes().Length == 4,
        "ipv6" => IPAddress.TryParse(text, out var address) && address.GetAddressBytes().Length == 16,
        "cidr" => IsCidr(text),
        "uuid" => Guid.TryParseExact(text, "D", out _) || Guid.TryParseExact(text, "N", out _),
        _ => true,
    };

    // Go's decoder passes over line ends, as a block scalar has them.
    private static bool IsBase64(string text)
    {
        var packed = text.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        return packed.Length % 4 == 0 && !packed.AsSpan().ContainsAny(" \t") && Convert.TryFromBase64String(packed, new byte[packed.Length], out _);
    }

    private static bool IsDateTime(string text) =>
        text.Length >= 20 && text[10] is 'T' or 't'
        && (text[^1] is 'Z' or 'z' || (text[^6] is '+' or '-' && text[^3] == ':'))
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsCidr(string text) =>
        text.IndexOf('/', StringComparison.Ordinal) is var slash and > 0
        && IPAddress.TryParse(text.AsSpan(0, slash), out var address)
        && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
        && length <= address.GetAddressBytes().Length * 8;
}
