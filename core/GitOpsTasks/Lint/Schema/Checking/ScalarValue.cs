using System.Globalization;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>A scalar as Kubernetes' reader takes it: go-yaml v2, whose result is written as JSON before it is decoded.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Type">One type; <see cref="SchemaTypes.Any"/> for null.</param>
/// <param name="Number">Its value where it is a number.</param>
internal readonly record struct ScalarValue(string Text, SchemaTypes Type, double Number)
{
    public bool IsNull => Type == SchemaTypes.Any;

    public static ScalarValue Of(YamlNode scalar)
    {
        var text = scalar.Value;
        return scalar.TypeIn(YamlSchema.Yaml11) switch
        {
            YamlScalarType.Null => new ScalarValue(text, SchemaTypes.Any, 0),
            YamlScalarType.Boolean => new ScalarValue(text, SchemaTypes.Boolean, 0),
            YamlScalarType.Integer or YamlScalarType.Float => OfNumber(text),
            _ => new ScalarValue(text, SchemaTypes.String, 0),
        };
    }

    // Numbers to the base of 60 are texts in go-yaml. A float without a fraction is written as JSON without one: 1e3 is an integer.
    private static ScalarValue OfNumber(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal) || !TryParse(text.Replace("_", "", StringComparison.Ordinal), out var number))
            return new ScalarValue(text, SchemaTypes.String, 0);
        var isWhole = double.IsFinite(number) && number == Math.Floor(number);
        return new ScalarValue(text, isWhole ? SchemaTypes.Integer : SchemaTypes.Number, number);
    }

    private static bool TryParse(string text, out double number)
    {
        var sign = text.StartsWith('-') ? -1 : 1;
        var digits = text.TrimStart('+', '-');
        if (digits.Length > 1 && digits[0] == '0' && RadixOf(digits) is var (radix, start) && radix != 0)
        {
            number = 0;
            foreach (var digit in digits.AsSpan(start))
                number = (number * radix) + Convert.ToInt32(digit.ToString(), 16);
            number *= sign;
            return true;
        }

        number = digits.ToLowerInvariant() switch
        {
            ".inf" => sign * double.PositiveInfinity,
            ".nan" => double.NaN,
            _ => 0,
        };
        return number != 0 || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private static (int Radix, int Start) RadixOf(string digits) => digits[1] switch
    {
        'x' or 'X' => (16, 2),
        'o' or 'O' => (8, 2),
        'b' or 'B' => (2, 2),
        _ => digits.AsSpan(1).ContainsAnyExceptInRange('0', '7') ? (0, 0) : (8, 1),
    };
}
