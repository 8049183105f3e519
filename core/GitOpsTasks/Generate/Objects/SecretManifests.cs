using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Objects;

/// <summary>What Secrets are made from in the cluster. A Secret with values is never written.</summary>
internal static class SecretManifests
{
    /// <summary>The objects with the files they go into.</summary>
    public static IEnumerable<AppObject> All(Rendering app)
    {
        foreach (var (name, secret) in app.Spec.Secrets)
        {
            if (secret.External is { } source)
                yield return new AppObject($"externalsecret-{name}.yaml", External(app, name, source));
            if (app.App.Sealed.TryGetValue(name, out var manifest))
                yield return new AppObject($"sealedsecret-{name}.yaml", Early(app) is { } wave ? WithAnnotation(manifest, wave) : manifest);
        }
    }

    private static YamlMap External(Rendering app, string name, ExternalSecretSource source) => new()
    {
        { "apiVersion", "external-secrets.io/v1" },
        { "kind", "ExternalSecret" },
        { "metadata", app.Metadata(name, Early(app) is { } wave ? [wave] : null) },
        {
            "spec", new YamlMap
            {
                { "refreshInterval", source.Refresh },
                { "secretStoreRef", new YamlMap { { "name", source.Store }, { "kind", source.StoreKind } } },
                { "target", new YamlMap { { "name", name }, { "creationPolicy", "Owner" } } },
                { "data", Fields.List(source.Keys.Select(key => Key(key.Key, key.Value))) },
                {
                    "dataFrom", source.Extract is { } entry
                        ? new YamlList { new YamlMap { { "extract", new YamlMap { { "key", entry } } } } }
                        : null
                },
            }
        },
    };

    private static YamlMap Key(string key, string remote)
    {
        var hash = remote.LastIndexOf('#');
        return new YamlMap
        {
            { "secretKey", key },
            {
                "remoteRef", new YamlMap
                {
                    { "key", hash < 0 ? remote : remote[..hash] },
                    { "property", hash < 0 ? null : new YamlText(remote[(hash + 1)..]) },
                }
            },
        };
    }

    // Before a migration that runs during the sync.
    private static KeyValuePair<string, string>? Early(Rendering app) => app.Spec.Migration is { Order: MigrationOrder.Sync }
        ? KeyValuePair.Create(ArgoAnnotations.SyncWave, Fields.Digits((app.Spec.SyncWave ?? 0) - 2))
        : null;

    private static YamlMap WithAnnotation(YamlMap manifest, KeyValuePair<string, string> annotation)
    {
        var metadata = With((YamlMap)manifest["metadata"]!, "annotations", With(manifest["metadata"] is YamlMap { } old && old["annotations"] is YamlMap there ? there : [], annotation.Key, annotation.Value));
        return With(manifest, "metadata", metadata);
    }

    private static YamlMap With(YamlMap map, string key, YamlValue value)
    {
        var changed = new YamlMap();
        foreach (var pair in map)
            changed.Add(pair.Key, pair.Key == key ? value : pair.Value);
        if (map[key] is null)
            changed.Add(key, value);
        return changed;
    }
}
