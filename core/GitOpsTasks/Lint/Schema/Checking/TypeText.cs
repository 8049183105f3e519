using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>Types in words.</summary>
internal static class TypeText
{
    private static readonly (SchemaTypes Type, string Name)[] Names =
    [
        (SchemaTypes.String, "a string"),
        (SchemaTypes.Integer, "an integer"),
        (SchemaTypes.Number, "a number"),
        (SchemaTypes.Boolean, "a boolean"),
        (SchemaTypes.Object, "a mapping"),
        (SchemaTypes.Array, "a sequence"),
    ];

    /// <summary>Such as <c>a string</c>, or <c>an integer or a string</c>.</summary>
    public static string Of(SchemaTypes types) =>
        string.Join(" or ", Names.Where(pair => (types & pair.Type) != SchemaTypes.Any).Select(pair => pair.Name));

    /// <summary>What a schema wants.</summary>
    public static string Of(SchemaNode schema) => schema.Format == "quantity" ? "a quantity" : Of(schema.Types) is { Length: > 0 } types ? types : "a value";

    /// <summary>What to do about a value of the wrong type.</summary>
    public static string Advice(YamlNode node, SchemaTypes type, SchemaTypes wanted, string wantedText)
    {
        if (type is SchemaTypes.Boolean or SchemaTypes.Integer or SchemaTypes.Number && (wanted & SchemaTypes.String) != SchemaTypes.Any)
            return "Put it in quotes.";
        if (type == SchemaTypes.String && node.Style is YamlStyle.SingleQuoted or YamlStyle.DoubleQuoted && IsPlainly(node.Value, wanted))
            return "Remove the quotes.";
        if (wanted == SchemaTypes.Array)
            return "Start each item with a dash.";
        return wanted == SchemaTypes.Object && type == SchemaTypes.Array ? "Remove the dash." : $"Write {wantedText}.";
    }

    private static bool IsPlainly(string text, SchemaTypes wanted) => YamlScalarTypes.OfPlain(text, YamlSchema.Core) switch
    {
        YamlScalarType.Integer => (wanted & (SchemaTypes.Integer | SchemaTypes.Number)) != SchemaTypes.Any,
        YamlScalarType.Float => (wanted & SchemaTypes.Number) != SchemaTypes.Any,
        YamlScalarType.Boolean => (wanted & SchemaTypes.Boolean) != SchemaTypes.Any,
        _ => false,
    };
}
