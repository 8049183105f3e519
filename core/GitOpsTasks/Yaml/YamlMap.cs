using System.Collections;

namespace GitOpsTasks.Yaml;

/// <summary>Keys with values, written in the order they were added.</summary>
public sealed record YamlMap : YamlValue, IEnumerable<KeyValuePair<string, YamlValue>>
{
    private readonly List<KeyValuePair<string, YamlValue>> _pairs = [];

    /// <summary>Whether it is written in braces on one line, also where a block could stand.</summary>
    public bool IsInline { get; init; }

    /// <summary>How many keys there are.</summary>
    public int Count => _pairs.Count;

    /// <summary>The value of a key; null where there is none.</summary>
    public YamlValue? this[string key]
    {
        get
        {
            foreach (var pair in _pairs)
            {
                if (pair.Key == key)
                    return pair.Value;
            }

            return null;
        }
    }

    /// <summary>Adds a key; one without a value is left out, so that optional parts can stand in an initialiser.</summary>
    public void Add(string key, YamlValue? value)
    {
        if (value is not null)
            _pairs.Add(KeyValuePair.Create(key, value));
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, YamlValue>> GetEnumerator() => _pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
