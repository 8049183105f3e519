using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Compares values as the fields of objects: quotes and the order of keys do not count, nor that of lists with merge keys.</summary>
internal static class FieldValues
{
    /// <summary>Whether two values are the same.</summary>
    /// <param name="a">One value; null where there is none.</param>
    /// <param name="b">The other.</param>
    /// <param name="field">The key they stand below, which says how lists are compared.</param>
    public static bool Same(YamlValue? a, YamlValue? b, string field) => (a, b) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (YamlText x, YamlText y) => x.Text == y.Text,
        (YamlPlain x, YamlPlain y) => x.Text == y.Text,
        (RecordedHash x, RecordedHash y) => x == y,
        (RecordedHash x, _) => x.IsOf(b),
        (_, RecordedHash y) => y.IsOf(a),
        (YamlMap x, YamlMap y) => SameMap(x, y),
        (YamlList x, YamlList y) => SameList(x, y, field),
        _ => false,
    };

    /// <summary>The values of a mapping by key.</summary>
    public static Dictionary<string, YamlValue> ByKey(this YamlMap map) => map.ToDictionary(StringComparer.Ordinal);

    /// <summary>The value of a key; null where there is none.</summary>
    public static YamlValue? At(this YamlMap map, string key)
    {
        foreach (var (name, value) in map)
        {
            if (name == key)
                return value;
        }

        return null;
    }

    /// <summary>The text of a scalar; null for other values.</summary>
    public static string? Scalar(this YamlValue? value) => value switch
    {
        YamlText text => text.Text,
        YamlPlain plain => plain.Text,
        _ => null,
    };

    /// <summary>Whether a value is YAML's null.</summary>
    public static bool IsNull(this YamlValue? value) => value is YamlPlain { Text: "null" };

    private static bool SameMap(YamlMap x, YamlMap y)
    {
        if (x.Count != y.Count)
            return false;
        var other = y.ByKey();
        return x.All(pair => other.TryGetValue(pair.Key, out var value) && Same(pair.Value, value, pair.Key));
    }

    private static bool SameList(YamlList x, YamlList y, string field)
    {
        if (x.Count != y.Count)
            return false;
        if (ListKey.Of(field, x, y) is not { } key)
            return x.Zip(y).All(pair => Same(pair.First, pair.Second, ""));
        var other = y.ToDictionary(item => key.IdOf(item)!, StringComparer.Ordinal);
        return x.All(item => other.TryGetValue(key.IdOf(item)!, out var partner) && Same(item, partner, ""));
    }
}
