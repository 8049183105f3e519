using System.Globalization;

namespace GitOpsTasks.Lint.Schema.Data;

/// <summary>Decodes one schema of <see cref="SchemaData"/>: flags, then the fields they announce.</summary>
internal static class SchemaDecoder
{
    private const int TypeBits = 0x3F;
    private const int Nullable = 1 << 6;
    private const int Open = 1 << 7;
    private const int HasProperties = 1 << 8;
    private const int HasItems = 1 << 9;
    private const int HasAdditional = 1 << 10;
    private const int HasEnum = 1 << 11;
    private const int FirstScalar = 12;
    private const int LimitBits = 0xFF << (FirstScalar + 2);

    public static SchemaNode Decode(ReadOnlySpan<byte> bytes, Func<int, string> text)
    {
        var cursor = new SchemaCursor(bytes);
        var flags = cursor.Next();
        var required = new List<string>();
        var properties = (flags & HasProperties) == 0 ? [] : ReadProperties(ref cursor, text, required);
        return new SchemaNode
        {
            Types = (SchemaTypes)(flags & TypeBits),
            IsNullable = (flags & Nullable) != 0,
            IsOpen = (flags & Open) != 0,
            Properties = properties,
            Required = required,
            Items = (flags & HasItems) == 0 ? null : cursor.Next(),
            Additional = (flags & HasAdditional) == 0 ? null : cursor.Next(),
            Enum = (flags & HasEnum) == 0 ? [] : ReadTexts(ref cursor, text),
            Format = Scalar(ref cursor, flags, 0, text),
            Pattern = Scalar(ref cursor, flags, 1, text) is { } pattern ? new SchemaPattern(pattern) : null,
            Limits = (flags & LimitBits) == 0 ? null : ReadLimits(ref cursor, flags, text),
        };
    }

    private static Dictionary<string, int> ReadProperties(ref SchemaCursor cursor, Func<int, string> text, List<string> required)
    {
        var count = cursor.Next();
        var properties = new Dictionary<string, int>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var nameAndRequired = cursor.Next();
            var name = text(nameAndRequired >> 1);
            properties.Add(name, cursor.Next());
            if ((nameAndRequired & 1) != 0)
                required.Add(name);
        }

        return properties;
    }

    private static string[] ReadTexts(ref SchemaCursor cursor, Func<int, string> text)
    {
        var texts = new string[cursor.Next()];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = text(cursor.Next());
        return texts;
    }

    private static SchemaLimits ReadLimits(ref SchemaCursor cursor, int flags, Func<int, string> text) => new()
    {
        Minimum = Number(ref cursor, flags, 2, text),
        Maximum = Number(ref cursor, flags, 3, text),
        MinLength = (int?)Number(ref cursor, flags, 4, text),
        MaxLength = (int?)Number(ref cursor, flags, 5, text),
        MinItems = (int?)Number(ref cursor, flags, 6, text),
        MaxItems = (int?)Number(ref cursor, flags, 7, text),
        MinProperties = (int?)Number(ref cursor, flags, 8, text),
        MaxProperties = (int?)Number(ref cursor, flags, 9, text),
    };

    private static double? Number(ref SchemaCursor cursor, int flags, int field, Func<int, string> text) =>
        Scalar(ref cursor, flags, field, text) is { } written ? double.Parse(written, CultureInfo.InvariantCulture) : null;

    private static string? Scalar(ref SchemaCursor cursor, int flags, int field, Func<int, string> text) =>
        (flags & (1 << (FirstScalar + field))) == 0 ? null : text(cursor.Next());
}
