using System.Text.Json.Nodes;

namespace GitOpsTasks.Registry;

/// <summary>The <c>index.json</c> of an image layout. Entries and fields it does not know are kept.</summary>
internal sealed class OciLayoutIndex
{
    private const string RefName = "org.opencontainers.image.ref.name";
    private readonly JsonObject _root;
    private readonly JsonArray _manifests;

    public OciLayoutIndex(JsonObject root)
    {
        _root = root;
        _root.TryAdd("schemaVersion", JsonValue.Create(2));
        _root.TryAdd("mediaType", JsonValue.Create(OciMediaTypes.Index));
        if (_root["manifests"] is not JsonArray manifests)
            _root["manifests"] = manifests = [];
        _manifests = manifests;
    }

    /// <summary>The entry for a tag or digest.</summary>
    public OciDescriptor? Find(string reference)
    {
        var entry = _manifests.FirstOrDefault(m => Name(m) == reference)
            ?? _manifests.FirstOrDefault(m => (string?)m?["digest"] == reference);
        return entry is null ? null : Read(entry);
    }

    /// <summary>All tags, each once.</summary>
    public IReadOnlyList<string> Tags => [.. _manifests.Select(Name).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>All entries.</summary>
    public IEnumerable<OciDescriptor> All => _manifests.OfType<JsonObject>().Select(Read);

    /// <summary>Makes a tag name a manifest, or with no tag, lists the manifest. What is in an index is not listed beside it.</summary>
    public void Set(OciManifest manifest, string? tag)
    {
        var parts = ManifestParts.Of(manifest);
        var children = parts.Children.Select(child => child.Digest).ToHashSet(StringComparer.Ordinal);
        var digest = manifest.Descriptor.Digest;
        foreach (var old in _manifests.Where(IsReplaced).ToList())
            _manifests.Remove(old);
        var entry = DescriptorJson.Write(manifest.Descriptor with { ArtifactType = parts.Subject is null ? null : parts.ArtifactType });
        if (tag is not null)
        {
            if (entry["annotations"] is not JsonObject annotations)
                entry["annotations"] = annotations = [];
            annotations[RefName] = tag;
        }

        var place = _manifests.TakeWhile(m => string.CompareOrdinal(Name(m), tag) < 0).Count();
        _manifests.Insert(place, entry);

        bool IsReplaced(JsonNode? old) => Name(old) is { } name
            ? name == tag
            : (string?)old?["digest"] is { } listed && (listed == digest || children.Contains(listed));
    }

    /// <summary>The file's content.</summary>
    public byte[] ToJson() => DescriptorJson.Bytes(_root);

    private static OciDescriptor Read(JsonNode entry) =>
        new((string?)entry["mediaType"] ?? "", (string?)entry["digest"] ?? "", (long?)entry["size"] ?? 0);

    private static string? Name(JsonNode? manifest) => (string?)manifest?["annotations"]?[RefName];
}
