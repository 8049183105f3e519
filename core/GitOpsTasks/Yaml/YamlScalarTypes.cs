using System.Numerics;

namespace GitOpsTasks.Yaml;

/// <summary>Finds what a scalar is to a reader. Allocates nothing; takes time in proportion to the text.</summary>
public static class YamlScalarTypes
{
    private const string TagPrefix = "tag:yaml.org,2002:";

    /// <summary>The type of a plain scalar's text.</summary>
    public static YamlScalarType OfPlain(ReadOnlySpan<char> text, YamlSchema schema) => Resolve(text, schema);

    /// <summary>The type of a plain scalar's text.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="schema">The rules.</param>
    public static YamlScalarType OfPlain(ReadOnlySpan<byte> text, YamlSchema schema) => Resolve(text, schema);

    /// <summary>
    /// The type of a scalar, or of the scalar an alias stands for: by its tag, else by its quotes, else by its text.
    /// A scalar with a tag of an application is a string here. Null for mappings and sequences.
    /// </summary>
    public static YamlScalarType? TypeIn(this YamlNode node, YamlSchema schema)
    {
        var scalar = node.Resolved;
        if (!scalar.IsScalar)
            return null;
        if (scalar.Tag is { } tag)
            return OfTag(tag);
        return scalar.Style == YamlStyle.Plain ? OfPlain(scalar.Value, schema) : YamlScalarType.String;
    }

    private static YamlScalarType OfTag(string tag) =>
        !tag.StartsWith(TagPrefix, StringComparison.Ordinal) ? YamlScalarType.String : tag.AsSpan(TagPrefix.Length) switch
        {
            "null" => YamlScalarType.Null,
            "bool" => YamlScalarType.Boolean,
            "int" => YamlScalarType.Integer,
            "float" => YamlScalarType.Float,
            "timestamp" => YamlScalarType.Timestamp,
            "merge" => YamlScalarType.Merge,
            "value" => YamlScalarType.DefaultValue,
            _ => YamlScalarType.String,
        };

    private static YamlScalarType Resolve<T>(ReadOnlySpan<T> text, YamlSchema schema)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (text.IsEmpty)
            return YamlScalarType.Null;
        return (char)ushort.CreateTruncating(text[0]) switch
        {
            >= '0' and <= '9' when schema == YamlSchema.Yaml11 && PlainTimestamp.Matches(text) => YamlScalarType.Timestamp,
            (>= '0' and <= '9') or '+' or '-' or '.' => PlainNumber.Resolve(text, schema),
            _ => PlainWord.Resolve(text, schema),
        };
    }
}
