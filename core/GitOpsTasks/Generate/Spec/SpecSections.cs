using GitOpsTasks.Config;

namespace GitOpsTasks.Generate.Spec;

/// <summary>
/// Ways of reading a spec over another: what a mapping does not say stays as it was. So an environment is read over the
/// application, and the application over the defaults.
/// </summary>
internal static class SpecSections
{
    /// <summary>A section that is always there.</summary>
    public static T Section<T>(this MappingReader reader, string key, T otherwise, Func<MappingReader, T, T> read)
        where T : class => reader.Mapping(key, r => read(r, otherwise)) ?? otherwise;

    /// <summary>A section that is there where it is written, unless it says <c>enabled: false</c>.</summary>
    public static T? Optional<T>(this MappingReader reader, string key, T? otherwise, Func<MappingReader, T, T> read)
        where T : class, new()
    {
        var enabled = true;
        var section = reader.Mapping(key, r =>
        {
            enabled = r.Flag("enabled", otherwise: true);
            return read(r, otherwise ?? new T());
        });
        return section is null ? otherwise : enabled ? section : null;
    }

    /// <summary>Entries by name, over others; an entry that says <c>enabled: false</c> is taken out.</summary>
    public static IReadOnlyDictionary<string, T> Entries<T>(
        this MappingReader reader, string key, IReadOnlyDictionary<string, T> otherwise, Func<MappingReader, bool, T> read, Func<string, string> checkName)
        where T : class
    {
        var entry = ConfigValues.Mapping(r =>
        {
            var enabled = r.Flag("enabled", otherwise: true);
            var value = read(r, enabled);
            return enabled ? value : null;
        });
        return Over(otherwise, reader.Map(key, entry, checkName));
    }

    /// <summary>Texts by name, over others.</summary>
    public static IReadOnlyDictionary<string, string> Texts(
        this MappingReader reader, string key, IReadOnlyDictionary<string, string> otherwise, ConfigValue<string> value, Func<string, string> checkName) =>
        Over(otherwise, reader.Map(key, value.AsNullable(), checkName));

    /// <summary>A list, instead of another.</summary>
    public static IReadOnlyList<T> ListOr<T>(this MappingReader reader, string key, ConfigValue<T> item, IReadOnlyList<T> otherwise) =>
        reader.Get(key, ConfigValues.ListOf(item), otherwise);

    /// <summary>A whole number that passes a check, or another.</summary>
    public static int? NumberOr(this MappingReader reader, string key, Func<int, int> check, int? otherwise) =>
        reader.Get(key, SpecValues.Number(check), otherwise);

    /// <summary>A text that has to be there in an entry that is.</summary>
    public static string Needed(this MappingReader reader, string key, ConfigValue<string> value, bool needed)
    {
        if (needed && !reader.Has(key))
            reader.Report(ConfigCodes.MissingKey, key, $"The key '{key}' is missing.", $"Add '{key}:' with {value.Shape.Phrase}.");
        return reader.Get(key, value, "");
    }

    private static ConfigValue<string?> AsNullable(this ConfigValue<string> value) => value.Then(text => (string?)text);

    private static OrderedDictionary<string, T> Over<T>(IReadOnlyDictionary<string, T> otherwise, IEnumerable<KeyValuePair<string, T?>> changes)
        where T : class
    {
        var merged = new OrderedDictionary<string, T>(otherwise, StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            if (value is null)
                merged.Remove(name);
            else
                merged[name] = value;
        }

        return merged;
    }
}
