using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Layout;

/// <summary>
/// What changes one object into another, as a strategic merge patch: keys that go are null, items of lists that Kubernetes
/// merges by a key are changed by that key, and all other lists stand in the patch as a whole. Lists of kinds that
/// kustomize has no schema for are never merged.
/// </summary>
internal sealed class StrategicPatch
{
    private static readonly string[] s_withoutSchema = ["argoproj.io/", "bitnami.com/", "external-secrets.io/", "flagger.app/", "gateway.networking.k8s.io/", "monitoring.coreos.com/"];

    private readonly bool _mergesLists;

    private StrategicPatch(AppObject one) =>
        _mergesLists = !Array.Exists(s_withoutSchema, group => one.ApiVersion.StartsWith(group, StringComparison.Ordinal));

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
        if (_mergesLists && MergeKeys(key, from) is { } keys && keys == MergeKeys(key, to))
            return Items(keys, from, to);
        return AreEqual(from, to) ? null : to;
    }

    private YamlList? Items(string keys, YamlList from, YamlList to)
    {
        var names = keys.Split(' ');
        var changes = new YamlList();
        var old = from.OfType<YamlMap>().ToDictionary(item => Identity(item, names), StringComparer.Ordinal);
        foreach (var item in to.OfType<YamlMap>())
        {
            if (!old.Remove(Identity(item, names), out var before))
                changes.Add(item);
            else if (Maps(before, item) is { } change)
                changes.Add(Keyed(item, names, change));
        }

        foreach (var gone in old.Values)
            changes.Add(Keyed(gone, names, new YamlMap { { "$patch", "delete" } }));
        return changes.Count == 0 ? null : changes;
    }

    private static YamlMap Keyed(YamlMap item, string[] names, YamlMap change)
    {
        var keyed = new YamlMap();
        foreach (var name in names)
            keyed.Add(name, item[name]);
        foreach (var (key, value) in change)
            keyed.Add(key, value);
        return keyed;
    }

    private static string Identity(YamlMap item, string[] names) => string.Join('\n', names.Select(name => item[name] switch
    {
        YamlText text => text.Text,
        YamlPlain plain => plain.Text,
        _ => "",
    }));

    // The keys by which Kubernetes merges items of a list (x-kubernetes-list-map-keys); null where it replaces the list.
    private static string? MergeKeys(string key, YamlList list) => key switch
    {
        "containers" or "env" or "imagePullSecrets" or "volumes" => "name",
        "volumeMounts" => "mountPath",
        "topologySpreadConstraints" => "topologyKey whenUnsatisfiable",
        "ports" when list.FirstOrDefault() is YamlMap port => port["containerPort"] is not null ? "containerPort protocol" : port["targetPort"] is not null ? "port protocol" : null,
        _ => null,
    };

    private static bool AreEqual(YamlValue a, YamlValue b) => (a, b) switch
    {
        (YamlMap x, YamlMap y) => x.Count == y.Count && x.All(pair => y[pair.Key] is { } other && AreEqual(pair.Value, other)),
        (YamlList x, YamlList y) => x.Count == y.Count && x.Zip(y).All(pair => AreEqual(pair.First, pair.Second)),
        _ => a == b,
    };
}
