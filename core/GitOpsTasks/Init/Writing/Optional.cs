using GitOpsTasks.Yaml;

namespace GitOpsTasks.Init.Writing;

/// <summary>Values that are left out where there are none.</summary>
internal static class Optional
{
    /// <summary>A text.</summary>
    public static YamlValue? Text(string? text) => text is null ? null : new YamlText(text);

    /// <summary>A number.</summary>
    public static YamlValue? Number(int? number) => number is { } known ? known : null;

    /// <summary>A list of texts; none where it is null or empty.</summary>
    public static YamlList? List(IEnumerable<string>? items) => items?.ToList() is { Count: > 0 } list ? new YamlList(list.Select(item => (YamlValue)item)) : null;

    /// <summary>A mapping; none where it is empty.</summary>
    public static YamlMap? Map(IEnumerable<KeyValuePair<string, YamlValue>> pairs)
    {
        var map = new YamlMap();
        foreach (var (key, value) in pairs)
            map.Add(key, value);
        return map.Count == 0 ? null : map;
    }

    /// <summary>A mapping of texts; none where it is empty.</summary>
    public static YamlMap? Texts(IEnumerable<KeyValuePair<string, string>> pairs) => Map(pairs.Select(pair => KeyValuePair.Create(pair.Key, (YamlValue)pair.Value)));
}
