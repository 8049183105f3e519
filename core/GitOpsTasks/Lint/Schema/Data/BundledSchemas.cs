using GitOpsTasks.Lint.Manifests;

namespace GitOpsTasks.Lint.Schema.Data;

/// <summary>The schemas that come with the tool: made by build/Schemas, described in docs/schemas.md. Read when first asked for.</summary>
public sealed class BundledSchemas
{
    private const string ResourceName = "schemas/kubernetes.bin";
    private const string ObjectMetaOwner = "Namespace";
    private static readonly Lazy<BundledSchemas> Loaded = new(Load);

    private readonly SchemaData _data;
    private readonly Dictionary<KindName, int> _kinds;

    private BundledSchemas(SchemaData data)
    {
        _data = data;
        _kinds = data.ReadKinds();
    }

    /// <summary>The one copy in memory.</summary>
    public static BundledSchemas Instance => Loaded.Value;

    /// <summary>The version of Kubernetes they are of, such as <c>1.36</c>.</summary>
    public string KubernetesVersion => _data.KubernetesVersion;

    /// <summary>Every kind there is a schema for.</summary>
    public IReadOnlyCollection<KindName> Kinds => _kinds.Keys;

    /// <summary>The schema of <c>metadata</c>.</summary>
    public SchemaNode ObjectMeta => _data[_data[_kinds[new KindName("v1", ObjectMetaOwner)]].Properties["metadata"]];

    /// <summary>Where the parts of <see cref="ObjectMeta"/> are.</summary>
    public SchemaGraph Graph => _data;

    /// <summary>The schema of a kind; null where there is none.</summary>
    public KindSchema? Find(KindName name) =>
        _kinds.TryGetValue(name, out var root) ? new KindSchema(_data, _data[root], $"Kubernetes {KubernetesVersion}") : null;

    private static BundledSchemas Load()
    {
        using var stream = typeof(BundledSchemas).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The resource {ResourceName} is missing.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new BundledSchemas(new SchemaData(bytes));
    }
}
