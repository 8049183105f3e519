using System.Numerics;

namespace GitOpsTasks.Yaml;

/// <summary>Numbers without quotes: decimal, in other bases, infinite, and in YAML 1.1 with underscores or to the base of 60.</summary>
internal static class PlainNumber
{
    public static YamlScalarType Resolve<T>(ReadOnlySpan<T> text, YamlSchema schema)
        where T : unmanaged, IBinaryInteger<T>
    {
        var isYaml11 = schema == YamlSchema.Yaml11;
        var cursor = new PlainCursor<T>(text, skipsUnderscores: isYaml11);
        var isSigned = cursor.TakeSign();
        if (cursor.Next == '0' && TakePrefix(ref cursor, isYaml11, isSigned) is > 0 and var radix)
            return Whole(cursor.TakeDigits(radix) > 0 && cursor.IsAtEnd);
        var isSpecial = cursor;
        if (isSpecial.Take(".inf") || isSpecial.Take(".Inf") || isSpecial.Take(".INF")
            || (!isSigned && (isSpecial.Take(".nan") || isSpecial.Take(".NaN") || isSpecial.Take(".NAN"))))
            return isSpecial.IsAtEnd ? YamlScalarType.Float : YamlScalarType.String;
        return Decimal(cursor, isYaml11);
    }

    // YAML 1.2 has 0o and 0x without a sign; readers of YAML 1.1 in Go take whatever strconv.ParseInt does.
    private static int TakePrefix<T>(ref PlainCursor<T> cursor, bool isYaml11, bool isSigned)
        where T : unmanaged, IBinaryInteger<T>
    {
        var prefix = cursor;
        prefix.Take('0');
        var radix = prefix.Next switch
        {
            'x' => 16,
            'o' => 8,
            'b' when isYaml11 => 2,
            'X' when isYaml11 => 16,
            'O' when isYaml11 => 8,
            'B' when isYaml11 => 2,
            _ => 0,
        };
        if (radix == 0 || (isSigned && !isYaml11))
            return 0;
        prefix.Take(prefix.Next);
        cursor = prefix;
        return radix;
    }

    private static YamlScalarType Decimal<T>(PlainCursor<T> cursor, bool isYaml11)
        where T : unmanaged, IBinaryInteger<T>
    {
        var octal = cursor;
        var isOctal = octal.Take('0') && octal.TakeDigits(8) >= 0 && octal.IsAtEnd;
        var startsWithZero = cursor.Next == '0';
        var digits = cursor.TakeDigits();
        if (digits > 0 && cursor.IsAtEnd)
            return isYaml11 && startsWithZero && !isOctal ? YamlScalarType.Float : YamlScalarType.Integer;
        if (isYaml11 && digits > 0 && cursor.Next == ':')
            return Sexagesimal(cursor);
        if (cursor.Take('.'))
            digits += cursor.TakeDigits();
        if (digits == 0)
            return YamlScalarType.String;
        if (cursor.Take('e') || cursor.Take('E'))
        {
            cursor.TakeSign();
            if (cursor.TakeDigits() == 0)
                return YamlScalarType.String;
        }

        return cursor.IsAtEnd ? YamlScalarType.Float : YamlScalarType.String;
    }

    private static YamlScalarType Sexagesimal<T>(PlainCursor<T> cursor)
        where T : unmanaged, IBinaryInteger<T>
    {
        while (cursor.Take(':'))
        {
            var isTens = cursor.Next is >= '0' and <= '5';
            var digits = cursor.TakeDigits(most: 2);
            if (digits == 0 || (digits == 2 && !isTens))
                return YamlScalarType.String;
        }

        if (!cursor.Take('.'))
            return Whole(cursor.IsAtEnd);
        cursor.TakeDigits();
        return cursor.IsAtEnd ? YamlScalarType.Float : YamlScalarType.String;
    }

    private static YamlScalarType Whole(bool isNumber) => isNumber ? YamlScalarType.Integer : YamlScalarType.String;
}
