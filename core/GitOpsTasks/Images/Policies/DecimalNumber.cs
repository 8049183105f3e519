using System.Diagnostics.CodeAnalysis;

namespace GitOpsTasks.Images.Policies;

/// <summary>A decimal number of any length, compared without rounding.</summary>
internal sealed class DecimalNumber
{
    private const int LongestExponent = 6;
    private readonly int _sign;
    private readonly string _digits;
    private readonly int _magnitude;

    // The value is sign * 0.digits * 10^magnitude; digits begin and end with another digit than 0, and are empty for 0.
    private DecimalNumber(bool isNegative, string whole, string fraction, int exponent)
    {
        var all = whole + fraction;
        var digits = all.TrimStart('0');
        _digits = digits.TrimEnd('0');
        _sign = _digits.Length == 0 ? 0 : isNegative ? -1 : 1;
        _magnitude = whole.Length - (all.Length - digits.Length) + exponent;
    }

    /// <summary>Reads a number such as <c>42</c>, <c>-1.5</c> or <c>2e3</c>; no infinities, hexadecimal digits or separators.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DecimalNumber? number)
    {
        number = null;
        var rest = text.AsSpan();
        var isNegative = rest.StartsWith('-');
        if (isNegative || rest.StartsWith('+'))
            rest = rest[1..];
        var mark = rest.IndexOfAny('e', 'E');
        var exponent = 0;
        if (mark >= 0 && !TryExponent(rest[(mark + 1)..], out exponent))
            return false;
        rest = mark < 0 ? rest : rest[..mark];
        var dot = rest.IndexOf('.');
        var whole = dot < 0 ? rest : rest[..dot];
        var fraction = dot < 0 ? [] : rest[(dot + 1)..];
        if (whole.Length + fraction.Length == 0 || !AreDigits(whole) || !AreDigits(fraction))
            return false;
        number = new DecimalNumber(isNegative, whole.ToString(), fraction.ToString(), exponent);
        return true;
    }

    /// <summary>Below 0 where the left number is the smaller one.</summary>
    public static int Compare(DecimalNumber left, DecimalNumber right)
    {
        if (left._sign != right._sign || left._sign == 0)
            return left._sign.CompareTo(right._sign);
        var size = left._magnitude != right._magnitude
            ? left._magnitude.CompareTo(right._magnitude)
            : string.CompareOrdinal(left._digits, right._digits);
        return left._sign * Math.Sign(size);
    }

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        var digits = text.StartsWith('-') || text.StartsWith('+') ? text[1..] : text;
        return digits.Length is > 0 and <= LongestExponent && AreDigits(digits) && int.TryParse(text, out exponent);
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
