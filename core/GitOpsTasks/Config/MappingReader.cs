using GitOpsTasks.Yaml;

namespace GitOpsTasks.Config;

/// <summary>
/// Reads a mapping key by key. Each call declares a key and reads it at once; when all are read, keys that nobody declared
/// are reported. Errors are collected, and the calls go on with the value given for the case, so that one run finds them all.
/// </summary>
public sealed class MappingReader
{
    private readonly ConfigFindings _findings;
    private readonly YamlNode? _node;
    private readonly Dictionary<string, YamlNode> _values;
    private readonly List<ConfigKey> _keys = [];

    internal MappingReader(YamlNode? node, ConfigFindings findings)
    {
        _node = node;
        _findings = findings;
        _values = node is { } mapping ? MappingKeys.Of(mapping, findings).ToDictionary(p => p.Key, p => p.Value) : [];
    }

    /// <summary>The keys a reading function declares.</summary>
    public static IReadOnlyList<ConfigKey> KeysOf<T>(Func<MappingReader, T> read)
    {
        var reader = new MappingReader(null, new ConfigFindings());
        read(reader);
        return reader._keys;
    }

    /// <summary>Whether the file has a value for a key.</summary>
    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>The node of a key's value; null where the file has none.</summary>
    public YamlNode? NodeOf(string key) => _values.TryGetValue(key, out var node) ? node : null;

    /// <summary>A text; null where there is none.</summary>
    public string? Text(string key) => Find(key, ConfigValues.Text);

    /// <summary>A text that has to be there and not be empty.</summary>
    public string RequiredText(string key) => Require(key, ConfigValues.Text.Then(NotEmpty), "");

    /// <summary>A text, number or boolean as it is written; null where there is none.</summary>
    public string? Scalar(string key) => Find(key, ConfigValues.Scalar);

    /// <summary>A list of texts; empty where there is none.</summary>
    public IReadOnlyList<string> Texts(string key) => List(key, ConfigValues.Text);

    /// <summary>A list of texts, numbers or booleans as they are written; empty where there is none.</summary>
    public IReadOnlyList<string> Scalars(string key) => List(key, ConfigValues.Scalar);

    /// <summary>A list; empty where there is none.</summary>
    public IReadOnlyList<T> List<T>(string key, ConfigValue<T> item) => Get(key, ConfigValues.ListOf(item), []);

    /// <summary>Names chosen by the user with their values, in the order written; empty where there are none.</summary>
    public OrderedDictionary<string, T> Map<T>(string key, ConfigValue<T> value, Func<string, string>? checkName = null) =>
        Get(key, ConfigValues.MapOf(value, checkName), new OrderedDictionary<string, T>(StringComparer.Ordinal));

    /// <summary>A whole number; null where there is none.</summary>
    public int? Number(string key) => TryRead(key, ConfigValues.Number, required: false, out var number) ? number : null;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag(string key, bool otherwise) => Get(key, ConfigValues.Flag, otherwise);

    /// <summary>One of a few texts, each standing for a value.</summary>
    public T Choice<T>(string key, T otherwise, params (string Text, T Value)[] choices) =>
        Get(key, ConfigValues.Choice(choices), otherwise);

    /// <summary>A mapping with known keys; null where there is none.</summary>
    public T? Mapping<T>(string key, Func<MappingReader, T> read)
        where T : class => Find(key, ConfigValues.Mapping(read));

    /// <summary>Any kind of value; null where there is none.</summary>
    public T? Find<T>(string key, ConfigValue<T> value)
        where T : class => TryRead(key, value, required: false, out var read) ? read : null;

    /// <summary>Any kind of value, or another where there is none.</summary>
    public T Get<T>(string key, ConfigValue<T> value, T otherwise) =>
        TryRead(key, value, required: false, out var read) ? read : otherwise;

    /// <summary>A value that has to be there; <paramref name="inError"/> is only to go on with.</summary>
    public T Require<T>(string key, ConfigValue<T> value, T inError) =>
        TryRead(key, value, required: true, out var read) ? read : inError;

    /// <summary>Reports something wrong about a key's value, or about the mapping where the key is absent.</summary>
    public void Report(string code, string key, string message, string? advice = null)
    {
        if ((NodeOf(key) ?? _node) is { } at)
            _findings.Error(code, at, message, advice);
    }

    /// <summary>Reports something wrong at a node.</summary>
    public void Report(string code, YamlNode node, string message, string? advice = null) =>
        _findings.Error(code, node, message, advice);

    /// <summary>Reports the keys that nobody declared.</summary>
    internal void Finish()
    {
        var known = _keys.Select(key => key.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var pair in _node?.Pairs ?? [])
        {
            var name = pair.Key.Resolved.Value;
            if (!pair.Key.Resolved.IsScalar || known.Contains(name))
                continue;
            var meant = Suggestion.For(name, known.Where(key => !_values.ContainsKey(key)));
            _findings.Error(
                ConfigCodes.UnknownKey, pair.Key, $"The key '{name}' is not known here.", $"{meant}Known are {string.Join(", ", known)}.");
        }
    }

    private bool TryRead<T>(string key, ConfigValue<T> value, bool required, out T read)
    {
        _keys.Add(new ConfigKey(key, value.Shape, required));
        read = default!;
        if (_values.TryGetValue(key, out var node))
            return value.TryRead(node, _findings, out read);
        if (required && _node is { } mapping)
            _findings.Error(ConfigCodes.MissingKey, mapping, $"The key '{key}' is missing.", $"Add '{key}:' with {value.Shape.Phrase}.");
        return false;
    }

    private static string NotEmpty(string text) =>
        text.Length > 0 ? text : throw new FormatException("Write a text that is not empty.");
}
