using System.Buffers;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>The form of resource.Quantity in k8s.io/apimachinery: a number with a suffix of its own set, or an exponent.</summary>
internal static class QuantityText
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    public static bool Matches(string text)
    {
        var rest = text.AsSpan();
        if (rest.Length > 0 && rest[0] is '+' or '-')
            rest = rest[1..];
        var whole = TakeDigits(ref rest);
        var fraction = 0;
        if (rest.Length > 0 && rest[0] == '.')
        {
            rest = rest[1..];
            fraction = TakeDigits(ref rest);
        }

        return whole + fraction > 0 && IsSuffix(rest);
    }

    private static bool IsSuffix(ReadOnlySpan<char> suffix)
    {
        if (suffix is "" or "n" or "u" or "m" or "k" or "M" or "G" or "T" or "P" or "E" or "Ki" or "Mi" or "Gi" or "Ti" or "Pi" or "Ei")
            return true;
        if (suffix[0] is not ('e' or 'E'))
            return false;
        var exponent = suffix[1..];
        if (exponent.Length > 0 && exponent[0] is '+' or '-')
            exponent = exponent[1..];
        return exponent.Length > 0 && !exponent.ContainsAnyExcept(Digits);
    }

    private static int TakeDigits(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAnyExcept(Digits);
        var count = end < 0 ? rest.Length : end;
        rest = rest[count..];
        return count;
    }
}
