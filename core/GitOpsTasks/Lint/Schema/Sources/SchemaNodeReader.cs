using System.Globalization;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Sources;

/// <summary>Reads one schema of a document.</summary>
/// <param name="node">Its mapping.</param>
/// <param name="dialect">What it leaves unsaid.</param>
/// <param name="add">Reads a child and gives its number.</param>
internal sealed class SchemaNodeReader(YamlNode node, SchemaDialect dialect, Func<YamlNode, int> add)
{
    public SchemaNode Read()
    {
        var isIntOrString = IsTrue("x-kubernetes-int-or-string");
        var types = isIntOrString ? SchemaTypes.String | SchemaTypes.Integer : ReadTypes();
        var enumeration = Texts("enum");
        return new SchemaNode
        {
            Types = types,
            IsNullable = IsTrue("nullable") || HasNullType() || dialect == SchemaDialect.GoStruct || Items("enum").Any(item => item.IsNull) || AllowsNullByNothing(types),
            IsOpen = IsOpen(types),
            Properties = ReadProperties(),
            Required = Texts("required"),
            Items = node["items"] is { IsMapping: true } items ? add(items) : null,
            Additional = node["additionalProperties"] is { IsMapping: true } additional ? add(additional) : null,
            Enum = node.Text("const") is { } constant ? [constant] : enumeration,
            Format = node.Text("format") ?? (isIntOrString ? "int-or-string" : null),
            Pattern = node.Text("pattern") is { } pattern ? new SchemaPattern(pattern) : null,
            Limits = ReadLimits(),
            Choice = isIntOrString ? null : ReadChoice(),
        };
    }

    private SchemaTypes ReadTypes()
    {
        var types = SchemaTypes.Any;
        foreach (var name in node["type"] is { IsSequence: true } list ? list.Items.Select(item => item.Value) : [node.Text("type") ?? ""])
        {
            types |= name switch
            {
                "string" => SchemaTypes.String,
                "integer" => SchemaTypes.Integer,
                "number" => SchemaTypes.Number,
                "boolean" => SchemaTypes.Boolean,
                "object" => SchemaTypes.Object,
                "array" => SchemaTypes.Array,
                _ => SchemaTypes.Any,
            };
        }

        return types;
    }

    private bool HasNullType() => node["type"] is { IsSequence: true } list && list.Items.Any(item => item.Value is "null" or "");

    private bool AllowsNullByNothing(SchemaTypes types) => types == SchemaTypes.Any && node["enum"] is null && node["const"] is null;

    private bool IsOpen(SchemaTypes types)
    {
        if (IsTrue("x-kubernetes-preserve-unknown-fields") || node["patternProperties"] is not null)
            return true;
        return node["additionalProperties"] is { IsScalar: true } additional
            ? additional.Value == "true"
            : dialect is not (SchemaDialect.Structural or SchemaDialect.GoStruct) || types == SchemaTypes.Any;
    }

    // A scalar in the place of a schema allows anything.
    private Dictionary<string, int> ReadProperties()
    {
        var properties = new Dictionary<string, int>(dialect == SchemaDialect.GoStruct ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var (key, value) in node["properties"]?.Pairs ?? [])
            properties.TryAdd(key.Resolved.Value, add(value));
        if (node.Find("x-kubernetes-embedded-resource") is { } embedded)
        {
            foreach (var name in new[] { "apiVersion", "kind", "metadata" })
                properties.TryAdd(name, add(embedded.Key));
        }

        return properties;
    }

    private SchemaLimits? ReadLimits()
    {
        var limits = new SchemaLimits
        {
            Minimum = Number("minimum") ?? Number("exclusiveMinimum"),
            Maximum = Number("maximum") ?? Number("exclusiveMaximum"),
            IsMinimumExclusive = IsTrue("exclusiveMinimum") || (Number("minimum") is null && Number("exclusiveMinimum") is not null),
            IsMaximumExclusive = IsTrue("exclusiveMaximum") || (Number("maximum") is null && Number("exclusiveMaximum") is not null),
            MultipleOf = Number("multipleOf"),
            MinLength = Whole("minLength"),
            MaxLength = Whole("maxLength"),
            MinItems = Whole("minItems"),
            MaxItems = Whole("maxItems"),
            MinProperties = Whole("minProperties"),
            MaxProperties = Whole("maxProperties"),
        };
        return limits == new SchemaLimits() ? null : limits;
    }

    private SchemaChoice? ReadChoice()
    {
        var (all, any, one) = (Children("allOf"), Children("anyOf"), Children("oneOf"));
        int? not = node["not"] is { IsMapping: true } refused ? add(refused) : null;
        return all.Count + any.Count + one.Count == 0 && not is null ? null : new SchemaChoice { AllOf = all, AnyOf = any, OneOf = one, Not = not };
    }

    private List<int> Children(string field) => [.. Items(field).Where(item => item.IsMapping).Select(add)];

    private IEnumerable<YamlNode> Items(string field) => node[field]?.Items.Select(item => item.Resolved) ?? [];

    private List<string> Texts(string field) => [.. Items(field).Where(item => item.IsScalar && !item.IsNull).Select(item => item.Value)];

    private bool IsTrue(string field) => node.Text(field) == "true";

    private int? Whole(string field) => (int?)Number(field);

    private double? Number(string field) =>
        double.TryParse(node.Text(field), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
