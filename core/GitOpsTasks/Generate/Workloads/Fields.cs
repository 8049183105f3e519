using System.Globalization;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Workloads;

/// <summary>Fields of manifests that are left out where there is nothing to say.</summary>
internal static class Fields
{
    /// <summary>A text; null for none.</summary>
    public static YamlValue? Text(string? text) => text is null ? null : new YamlText(text);

    /// <summary>A number; null for none.</summary>
    public static YamlValue? Number(int? number) => number is { } value ? new YamlPlain(Digits(value)) : null;

    /// <summary>A number, or a share in percent; null for none.</summary>
    public static YamlValue? Share(string? text) => text is null ? null : text.EndsWith('%') ? new YamlText(text) : new YamlPlain(text);

    /// <summary><c>true</c>, or nothing.</summary>
    public static YamlValue? IfTrue(bool flag) => flag ? new YamlPlain("true") : null;

    /// <summary>A list of texts; null where it is empty.</summary>
    public static YamlList? Texts(IReadOnlyCollection<string> texts) =>
        texts.Count == 0 ? null : new YamlList(texts.Select(text => new YamlText(text)));

    /// <summary>A list; null where it is empty.</summary>
    public static YamlList? List(IEnumerable<YamlValue?> items)
    {
        var list = new YamlList(items.OfType<YamlValue>());
        return list.Count == 0 ? null : list;
    }

    /// <summary>Texts by name; null where there are none.</summary>
    public static YamlMap? Map(IEnumerable<KeyValuePair<string, string>> texts)
    {
        var map = new YamlMap();
        foreach (var (key, value) in texts)
            map.Add(key, value);
        return NotEmpty(map);
    }

    /// <summary>A mapping; null where it is empty.</summary>
    public static YamlMap? NotEmpty(YamlMap map) => map.Count == 0 ? null : map;

    /// <summary>A number in digits, the same everywhere.</summary>
    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
