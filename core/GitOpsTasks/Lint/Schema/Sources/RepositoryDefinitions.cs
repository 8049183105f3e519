using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Sources;

/// <summary>The CustomResourceDefinitions among the manifests under check. A schema is read when it is first asked for.</summary>
internal sealed class RepositoryDefinitions
{
    private const string Group = "apiextensions.k8s.io";
    private readonly Dictionary<KindName, Lazy<KindSchema>> _schemas = [];

    public RepositoryDefinitions(IEnumerable<Manifest> manifests)
    {
        foreach (var manifest in manifests.Where(m => m.Kind is { Kind: "CustomResourceDefinition", Group: Group } && !m.IsPartial))
            Add(manifest.Root["spec"]);
    }

    public KindSchema? Find(KindName name) => _schemas.TryGetValue(name, out var schema) ? schema.Value : null;

    private void Add(YamlNode? spec)
    {
        if (spec is not { } definition || definition.Text("group") is not { } group || definition["names"]?.Text("kind") is not { } kind)
            return;
        // v1beta1 has one schema for all versions, and keeps unknown fields unless it is told not to.
        var shared = definition["validation"]?["openAPIV3Schema"];
        if (definition.Text("version") is { } only && shared is not null)
            Add(group, only, kind, shared, definition);
        foreach (var version in definition["versions"]?.Items.Select(item => item.Resolved) ?? [])
        {
            if (version.Text("name") is { } name)
                Add(group, name, kind, version["schema"]?["openAPIV3Schema"] ?? shared, definition);
        }
    }

    private void Add(string group, string version, string kind, YamlNode? schema, YamlNode definition)
    {
        if (schema is not { IsMapping: true } written)
            return;
        var isOld = definition["validation"] is not null || definition["version"] is not null;
        var preserves = definition.Text("preserveUnknownFields") is { } said ? said == "true" : isOld;
        var dialect = preserves ? SchemaDialect.Preserving : SchemaDialect.Structural;
        _schemas.TryAdd(
            new KindName($"{group}/{version}", kind),
            new Lazy<KindSchema>(() => WrittenSchemas.Read(written, dialect, written.File.Path)));
    }
}
