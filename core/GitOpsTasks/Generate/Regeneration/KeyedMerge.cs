using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Merges lists whose items are told apart by a key: items come, go and change each for itself, in the order the file has.</summary>
/// <param name="merge">Merges the items.</param>
/// <param name="spot">Where the list is.</param>
/// <param name="key">Tells items apart.</param>
internal sealed class KeyedMerge(ThreeWayMerge merge, FieldSpot spot, ListKey key)
{
    /// <summary>The merged list.</summary>
    public YamlList Merge(YamlList b, YamlList d, YamlList c)
    {
        var (before, wanted, here) = (ById(b), ById(d), ById(c));
        var labels = here.Keys.Zip(FieldPath.Labels(c)).ToDictionary(StringComparer.Ordinal);
        foreach (var (id, label) in wanted.Keys.Zip(FieldPath.Labels(d)))
            labels.TryAdd(id, label);
        var merged = new List<KeyValuePair<string, YamlValue>>();
        var index = 0;
        foreach (var id in here.Keys)
            Add(id, merged.Count, index++);
        string? previous = null;
        foreach (var id in wanted.Keys)
        {
            if (!here.ContainsKey(id))
                Add(id, previous is null ? merged.Count : merged.FindIndex(item => item.Key == previous) + 1, -1);
            previous = merged.Exists(item => item.Key == id) ? id : previous;
        }

        return new YamlList(merged.Select(item => item.Value));

        void Add(string id, int at, int place)
        {
            if (merge.MergeItem(spot.Item(labels[id], place), before.GetValueOrDefault(id), wanted.GetValueOrDefault(id), here.GetValueOrDefault(id)) is { } value)
                merged.Insert(at, KeyValuePair.Create(id, value));
        }
    }

    // In the order of the list.
    private OrderedDictionary<string, YamlValue> ById(YamlList list)
    {
        var items = new OrderedDictionary<string, YamlValue>(StringComparer.Ordinal);
        foreach (var item in list)
            items.Add(key.IdOf(item)!, item);
        return items;
    }
}
