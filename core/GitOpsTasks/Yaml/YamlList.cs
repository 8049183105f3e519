using System.Collections;

namespace GitOpsTasks.Yaml;

/// <summary>Items in order.</summary>
public sealed record YamlList : YamlValue, IEnumerable<YamlValue>
{
    private readonly List<YamlValue> _items = [];

    /// <summary>An empty list, for an initialiser.</summary>
    public YamlList()
    {
    }

    /// <summary>A list of the given items.</summary>
    public YamlList(IEnumerable<YamlValue> items) => _items.AddRange(items);

    /// <summary>How many items there are.</summary>
    public int Count => _items.Count;

    /// <summary>Adds an item; null is left out.</summary>
    public void Add(YamlValue? item)
    {
        if (item is not null)
            _items.Add(item);
    }

    /// <inheritdoc />
    public IEnumerator<YamlValue> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
