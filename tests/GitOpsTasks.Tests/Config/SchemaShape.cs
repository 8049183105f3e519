using System.Text.Json;
using GitOpsTasks.Config;

namespace GitOpsTasks.Tests.Config;

/// <summary>A JSON Schema and a reader's declaration, both as lines of <c>path: kind</c>, to be compared.</summary>
internal static class SchemaShape
{
    public static IReadOnlyList<string> OfSchema(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Lines("", document.RootElement, document.RootElement).Order(StringComparer.Ordinal)];
    }

    public static IReadOnlyList<string> OfReader(IReadOnlyList<ConfigKey> keys) =>
        [.. Lines("", new ConfigShape.Mapping(() => keys)).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> PropertiesWithoutDescription(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. WithoutDescription("", document.RootElement)];
    }

    private static IEnumerable<string> Lines(string path, ConfigShape shape) => shape switch
    {
        ConfigShape.List list => Lines(path + "[]", list.Item),
        ConfigShape.Map map => Lines(path + "{}", map.Value),
        ConfigShape.Mapping mapping => mapping.Keys.SelectMany(key => Lines($"{path}.{key.Name}{(key.Required ? "!" : "")}", key.Shape)),
        ConfigShape.Choice choice => [$"{path}: {string.Join('|', choice.Values)}"],
        ConfigShape.Text => [$"{path}: string"],
        ConfigShape.Scalar => [$"{path}: string|number|boolean"],
        ConfigShape.Number => [$"{path}: integer"],
        ConfigShape.Flag => [$"{path}: boolean"],
        ConfigShape.Either either => Lines(path, either.First).Concat(Lines(path, either.Second)),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static IEnumerable<string> Lines(string path, JsonElement schema, JsonElement root)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]);
        if (schema.TryGetProperty("anyOf", out var kinds))
            return [.. kinds.EnumerateArray().SelectMany(kind => Lines(path, kind, root))];
        if (schema.TryGetProperty("const", out var constant))
            return [$"{path}: {constant.GetString()}"];
        if (schema.TryGetProperty("enum", out var choices))
            return [$"{path}: {string.Join('|', choices.EnumerateArray().Select(choice => choice.GetString()))}"];
        var type = schema.GetProperty("type");
        if (type.ValueKind == JsonValueKind.Array)
            return [$"{path}: {string.Join('|', type.EnumerateArray().Select(name => name.GetString()))}"];
        if (type.GetString() == "array")
            return Lines(path + "[]", schema.GetProperty("items"), root);
        if (type.GetString() != "object")
            return [$"{path}: {type.GetString()}"];
        if (!schema.TryGetProperty("properties", out var properties))
            return Lines(path + "{}", schema.GetProperty("additionalProperties"), root);
        schema.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse($"additionalProperties of {path}");
        var required = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet()
            : [];
        return [.. properties.EnumerateObject().SelectMany(property =>
            Lines($"{path}.{property.Name}{(required.Contains(property.Name) ? "!" : "")}", property.Value, root))];
    }

    private static IEnumerable<string> WithoutDescription(string path, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            yield break;
        foreach (var member in element.EnumerateObject())
        {
            if (member is { Name: "properties", Value.ValueKind: JsonValueKind.Object })
            {
                foreach (var property in member.Value.EnumerateObject())
                {
                    if (!property.Value.TryGetProperty("description", out _))
                        yield return $"{path}.{property.Name}";
                }
            }

            foreach (var inner in WithoutDescription($"{path}.{member.Name}", member.Value))
                yield return inner;
        }
    }
}
