using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Generate.Regeneration;

/// <summary>
/// The rule as the documentation has it, over flat fields: an item of a list comes and goes as a whole, and so does a mapping that is
/// no list of the user's own names; all else is decided leaf by leaf.
/// </summary>
internal sealed class FieldModel
{
    private readonly Dictionary<string, string> _recorded;
    private readonly Dictionary<string, string> _wanted;
    private readonly Dictionary<string, string> _current;

    public FieldModel(YamlValue recorded, YamlValue wanted, YamlValue current)
    {
        (_recorded, _wanted, _current) = (Fields(recorded), Fields(wanted), Fields(current));
        foreach (var unit in _recorded.Keys.Concat(_wanted.Keys).Concat(_current.Keys).Select(UnitOf).ToHashSet())
        {
            var (b, d, c) = (Below(_recorded, unit), Below(_wanted, unit), Below(_current, unit));
            var isConflict = !Same(b, d) && !Same(b, c) && !Same(c, d);
            if (isConflict)
                Conflicts.Add(unit);
            foreach (var (path, value) in Same(b, d) || isConflict ? c : d)
                Merged.Add(path, value);
            foreach (var (path, value) in Same(b, d) ? c : d)
                WithSpec.Add(path, value);
        }
    }

    public HashSet<string> Conflicts { get; } = [];

    public Dictionary<string, string> Merged { get; } = [];

    public Dictionary<string, string> WithSpec { get; } = [];

    public static Dictionary<string, string> Fields(YamlValue value)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(fields, "", value);
        return fields;
    }

    private static void Add(Dictionary<string, string> fields, string path, YamlValue value)
    {
        switch (value)
        {
            case YamlMap map:
                foreach (var (key, inner) in map)
                    Add(fields, $"{path}|{key}", inner);
                break;
            case YamlList list when list.Any(item => item is YamlMap):
                foreach (var item in list.Cast<YamlMap>())
                    Add(fields, $"{path}|[{item.Where(pair => pair.Key is "name" or "path").Select(pair => ((YamlText)pair.Value).Text).First()}]", item);
                break;
            case YamlList { Count: > 0 } list:
                fields.Add(path, string.Join(", ", list));
                break;
            case YamlText or YamlPlain:
                fields.Add(path, value.ToString());
                break;
        }
    }

    private string UnitOf(string path)
    {
        for (var end = path.IndexOf('|', 1); end > 0; end = path.IndexOf('|', end + 1))
        {
            var prefix = path[..end];
            if ((prefix.EndsWith(']') || prefix.EndsWith("|readinessProbe", StringComparison.Ordinal)) && (Below(_wanted, prefix).Count == 0 || Below(_current, prefix).Count == 0))
                return prefix;
        }

        return path;
    }

    private static Dictionary<string, string> Below(Dictionary<string, string> fields, string unit) =>
        fields.Where(pair => pair.Key == unit || pair.Key.StartsWith(unit + "|", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);

    private static bool Same(Dictionary<string, string> a, Dictionary<string, string> b) =>
        a.Count == b.Count && a.All(pair => b.GetValueOrDefault(pair.Key) == pair.Value);
}
