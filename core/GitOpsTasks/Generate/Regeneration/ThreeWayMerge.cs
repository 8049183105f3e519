using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>
/// Merges three versions of an object field by field: what only the spec changed becomes as the spec wants it, what only the
/// file changed stays, and what both changed to different values is a conflict.
/// </summary>
/// <param name="choice">What becomes of conflicts; reported ones keep the file's value.</param>
internal sealed class ThreeWayMerge(ConflictChoice choice)
{
    // Mappings of names to values of the user's own: each key stands for itself, and may stay when the others go.
    private static readonly HashSet<string> s_open = new(StringComparer.Ordinal)
    {
        "labels", "annotations", "matchLabels", "nodeSelector", "data", "stringData", "binaryData", "limits", "requests", "metadata",
    };

    private readonly List<FieldFinding> _kept = [];
    private readonly List<FieldFinding> _conflicts = [];

    /// <summary>Fields that stay as a bump or a person left them.</summary>
    public IReadOnlyList<FieldFinding> Kept => _kept;

    /// <summary>Fields that both sides changed.</summary>
    public IReadOnlyList<FieldFinding> Conflicts => _conflicts;

    /// <summary>What becomes of a field.</summary>
    /// <param name="spot">Where it is.</param>
    /// <param name="b">What was generated last; null where nothing was.</param>
    /// <param name="d">What the spec wants.</param>
    /// <param name="c">What the file has.</param>
    /// <returns>Null where the field goes, or stays away.</returns>
    public YamlValue? Merge(FieldSpot spot, YamlValue? b, YamlValue? d, YamlValue? c)
    {
        if (!CanDescend(spot, b, d, c))
            return Choose(spot, b, d, c);
        if (d is YamlMap || (d is null && b is YamlMap))
            return MergeMaps(spot, b as YamlMap ?? [], d as YamlMap ?? [], c as YamlMap ?? [], mayGo: d is null || c is null);
        return MergeLists(spot, b as YamlList, d as YamlList, c as YamlList, c is null);
    }

    // Into collections that are one on all sides, an absent or null one counting as empty where single members can come and go.
    private static bool CanDescend(FieldSpot spot, YamlValue? b, YamlValue? d, YamlValue? c)
    {
        if (FieldValues.Same(b, d, spot.Field) && c is null)
            return false;
        return (b, d, c) switch
        {
            (null or YamlMap, YamlMap, YamlMap) => true,
            (null or YamlMap, YamlMap, _) => c.IsNull() || (c is null && b is not null && s_open.Contains(spot.Field)),
            (YamlMap, null, YamlMap) => s_open.Contains(spot.Field),
            (null or YamlList, YamlList, _) => c is YamlList || c.IsNull() || (c is null && b is not null),
            (YamlList, null, YamlList) => true,
            _ => false,
        };
    }

    private YamlValue? Choose(FieldSpot spot, YamlValue? b, YamlValue? d, YamlValue? c)
    {
        if (FieldValues.Same(c, d, spot.Field) || (d is null && c.IsNull()))
            return c;
        var finding = new FieldFinding(spot, b, d, c);
        if (FieldValues.Same(b, d, spot.Field))
        {
            _kept.Add(finding);
            return c;
        }

        if (FieldValues.Same(b, c, spot.Field))
            return d;
        return Decide(finding) ? d : c;
    }

    // Whether the spec wins.
    private bool Decide(FieldFinding finding)
    {
        if (choice == ConflictChoice.Report)
            _conflicts.Add(finding);
        else if (choice == ConflictChoice.File)
            _kept.Add(finding);
        return choice == ConflictChoice.Spec;
    }

    private YamlMap? MergeMaps(FieldSpot spot, YamlMap b, YamlMap d, YamlMap c, bool mayGo)
    {
        var (before, wanted, here) = (b.ByKey(), d.ByKey(), c.ByKey());
        var together = spot.ItemOf == "images" && ImageVersion.Differs(b, d, c) ? Decide(ImageVersion.Finding(spot, b, d, c)) : (bool?)null;
        var merged = new List<KeyValuePair<string, YamlValue>>();
        foreach (var key in here.Keys)
            Add(key, merged.Count);
        string? previous = null;
        foreach (var key in wanted.Keys)
        {
            if (!here.ContainsKey(key))
                Add(key, previous is null ? merged.Count : merged.FindIndex(pair => pair.Key == previous) + 1);
            previous = merged.Exists(pair => pair.Key == key) ? key : previous;
        }

        return merged.Count == 0 && mayGo ? null : MapOf(merged);

        void Add(string key, int at)
        {
            var (recorded, desired, current) = (before.GetValueOrDefault(key), wanted.GetValueOrDefault(key), here.GetValueOrDefault(key));
            var value = together is { } specWins && ImageVersion.Has(key)
                ? specWins ? desired : current
                : Merge(spot.Key(key), recorded, desired, current);
            if (value is not null)
                merged.Insert(at, KeyValuePair.Create(key, value));
        }
    }

    private YamlValue? MergeLists(FieldSpot spot, YamlList? b, YamlList? d, YamlList? c, bool isAbsent)
    {
        if (ListKey.Of(spot.Field, b, d, c) is { } key)
        {
            var merged = new KeyedMerge(this, spot, key).Merge(b ?? [], d ?? [], c ?? []);
            return merged.Count == 0 && (d is null || isAbsent) ? null : merged;
        }

        if (b is null || d is null || c is null || b.Count != c.Count || d.Count != c.Count || ListKeys.IsOrdered(spot.Field)
            || FieldValues.Same(b, c, spot.Field) || !c.All(item => item is YamlMap))
            return Choose(spot, b, d, isAbsent ? null : c ?? (YamlValue)new YamlPlain("null"));
        var labels = FieldPath.Labels(c);
        return new YamlList(c.Select((item, index) => Merge(spot.Item(labels[index], index), b.ElementAt(index), d.ElementAt(index), item) ?? item));
    }

    /// <summary>What becomes of an item of a list, which comes or goes as a whole.</summary>
    public YamlValue? MergeItem(FieldSpot spot, YamlValue? b, YamlValue? d, YamlValue? c) =>
        d is null || c is null ? Choose(spot, b, d, c) : Merge(spot, b, d, c);

    private static YamlMap MapOf(IEnumerable<KeyValuePair<string, YamlValue>> pairs)
    {
        var map = new YamlMap();
        foreach (var (key, value) in pairs)
            map.Add(key, value);
        return map;
    }
}
