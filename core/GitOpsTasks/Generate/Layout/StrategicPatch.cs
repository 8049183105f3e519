using GitOpsTasks.Generate.Regeneration;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Layout;

/// <summary>
/// What changes one object into another, as a strategic merge patch: keys that go are null, items of lists that Kubernetes
/// merges by a key are changed by that key, and all other lists stand in the patch as a whole. Lists of kinds that
/// kustomize has no schema for, and those of network policies, are never merged.
/// </summary>
internal sealed class StrategicPatch
{
    private static readonly string[] s_unmerged =
    [
        "argoproj.io/", "bitnami.com/", "external-secrets.io/", "flagger.app/", "gateway.networking.k8s.io/", "monitoring.coreos.com/",
        "networking.k8s.io/",
    ];

    private readonly bool _mergesLists;

    private StrategicPatch(AppObject one) =>
        _mergesLists = !Array.Exists(s_unmerged, group => one.ApiVersion.StartsWith(group, StringComparison.Ordinal));

    /// <summary>The patch; null where nothing changes.</summary>
    /// <param name="from">An object.</param>
    /// <param name="to">The same object as it should be.</param>
    public static YamlMap? Between(AppObject from, AppObject to)
    {
        if (new StrategicPatch(from).Maps(from.Manifest, to.Manifest) is not { } changes)
            return null;
        var metadata = new YamlMap { { "name", ((YamlMap)from.Manifest["metadata"]!)["name"] } };
        foreach (var (key, value) in changes["metadata"] as YamlMap ?? [])
            metadata.Add(key, value);
        var patch = new YamlMap { { "apiVersion", from.Manifest["apiVersion"] }, { "kind", from.Manifest["kind"] }, { "metadata", metadata } };
        foreach (var (key, value) in changes.Where(pair => pair.Key != "metadata"))
            patch.Add(key, value);
        return patch;
    }

    private YamlMap? Maps(YamlMap from, YamlMap to)
    {
        var changes = new YamlMap();
        foreach (var (key, value) in to)
            changes.Add(key, from[key] is { } old ? Values(key, old, value) : value);
        foreach (var (key, _) in from)
        {
            if (to[key] is null)
                changes.Add(key, new YamlPlain("null"));
        }

        return changes.Count == 0 ? null : changes;
    }

    private YamlValue? Values(string key, YamlValue from, YamlValue to) => (from, to) switch
    {
        (YamlMap old, YamlMap wanted) => Maps(old, wanted),
        (YamlList old, YamlList wanted) => Lists(key, old, wanted),
        _ => from == to ? null : to,
    };

    private YamlList? Lists(string key, YamlList from, YamlList to)
    {
        if (_mergesLists && ListKey.OfPatch(key, from, to) is { } merging)
            return Items(merging, from, to, ListKeys.IsOrdered(key));
        return AreEqual(from, to) ? null : to;
    }

    // kustomize puts the items of a patch before all others: where their order counts, those that stay as they are say where.
    private YamlList? Items(ListKey key, YamlList from, YamlList to, bool isOrdered)
    {
        if (isOrdered && AreEqual(from, to))
            return null;
        var changes = new YamlList();
        var old = new OrderedDictionary<string, YamlMap>(from.OfType<YamlMap>().Select(item => KeyValuePair.Create(key.IdOf(item)!, item)), StringComparer.Ordinal);
        foreach (var item in to.OfType<YamlMap>())
        {
            if (!old.Remove(key.IdOf(item)!, out var before))
                changes.Add(item);
            else if (Maps(before, item) is var change && (change is not null || isOrdered))
                changes.Add(Keyed(item, key, change ?? []));
        }

        foreach (var gone in old.Values)
            changes.Add(Keyed(gone, key, new YamlMap { { "$patch", "delete" } }));
        return changes.Count == 0 ? null : changes;
    }

    private static YamlMap Keyed(YamlMap item, ListKey key, YamlMap change)
    {
        var keyed = new YamlMap();
        foreach (var name in key.Names)
            keyed.Add(name, item[name]);
        foreach (var (name, value) in change)
            keyed.Add(name, value);
        return keyed;
    }

    private static bool AreEqual(YamlValue a, YamlValue b) => (a, b) switch
    {
        (YamlMap x, YamlMap y) => x.Count == y.Count && x.All(pair => y[pair.Key] is { } other && AreEqual(pair.Value, other)),
        (YamlList x, YamlList y) => x.Count == y.Count && x.Zip(y).All(pair => AreEqual(pair.First, pair.Second)),
        _ => a == b,
    };
}
