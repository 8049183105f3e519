namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Tells how a number is written (YAML 1.2.2, 10.3.2).</summary>
internal static class FloatForms
{
    /// <summary>The forms of a plain scalar; none where it is no such number.</summary>
    public static FloatForm Of(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual(".nan"u8) || text.SequenceEqual(".NaN"u8) || text.SequenceEqual(".NAN"u8))
            return FloatForm.NotANumber;
        if (text is [(byte)'+' or (byte)'-', ..])
            text = text[1..];
        if (text.SequenceEqual(".inf"u8) || text.SequenceEqual(".Inf"u8) || text.SequenceEqual(".INF"u8))
            return FloatForm.Infinite;
        var exponent = text.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = exponent < 0 ? text : text[..exponent];
        var isExponent = exponent >= 0 && IsExponent(text[(exponent + 1)..]);
        var whole = Digits(mantissa);
        var isFraction = mantissa.Length == whole || (mantissa[whole] == '.' && Digits(mantissa[(whole + 1)..]) == mantissa.Length - whole - 1);
        if ((exponent >= 0 && !isExponent) || !isFraction || (whole == 0 && mantissa.Length < 2))
            return FloatForm.None;
        return (isExponent ? FloatForm.Scientific : FloatForm.None) | (whole == 0 ? FloatForm.WithoutNumeral : FloatForm.None);
    }

    private static bool IsExponent(ReadOnlySpan<byte> text)
    {
        var digits = text is [(byte)'+' or (byte)'-', ..] ? text[1..] : text;
        return digits.Length > 0 && Digits(digits) == digits.Length;
    }

    private static int Digits(ReadOnlySpan<byte> text) =>
        text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var end and >= 0 ? end : text.Length;
}
