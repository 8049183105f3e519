using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>An object as a list of fields, each with its path and its value: a scalar, a list of texts, or the hash of one that is long or secret.</summary>
internal static class RecordedFields
{
    private const int LongestText = 256;

    /// <summary>The fields of an object, in its order.</summary>
    public static YamlMap Of(YamlMap @object)
    {
        var fields = new YamlMap();
        Add(fields, "", @object, SecretFields.IsSecret(@object));
        return fields;
    }

    /// <summary>The object that some fields are of; null where they are of none.</summary>
    public static YamlMap? Read(YamlMap fields)
    {
        var root = new FieldBranch();
        foreach (var (path, value) in fields)
        {
            if (!YamlPath.TryParse(path, out var parsed, out _) || parsed.Steps.Length == 0 || !root.TrySet(parsed.Steps, ValueOf(value)))
                return null;
        }

        return root.ToValue() as YamlMap;
    }

    private static void Add(YamlMap fields, string path, YamlValue value, bool isSecret)
    {
        switch (value)
        {
            case YamlMap { Count: > 0 } map:
                foreach (var (key, inner) in map)
                    Add(fields, FieldPath.Key(path, key), inner, isSecret);
                break;
            case YamlList { Count: > 0 } list when list.Any(item => item is YamlMap or YamlList):
                foreach (var (item, label) in list.Zip(FieldPath.Labels(list)))
                    Add(fields, path + label, item, isSecret);
                break;
            case YamlText { Text: var text } when text.Length > LongestText || text.Contains('\n') || (isSecret && SecretFields.Hold(path)):
                fields.Add(path, HashOf(text));
                break;
            default:
                fields.Add(path, value);
                break;
        }
    }

    private static YamlValue ValueOf(YamlValue value) =>
        value is YamlMap { Count: 1 } map && map.At(RecordedHash.Key).Scalar() is { } hex ? new RecordedHash(hex) : value;

    private static YamlMap HashOf(string text)
    {
        var hash = new YamlMap { IsInline = true };
        hash.Add(RecordedHash.Key, RecordedHash.Of(text).Hex);
        return hash;
    }
}
