using System.Text.Json;
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
        return entry is null
            ? null
            : new OciDescriptor((string?)entry["mediaType"] ?? "", (string?)entry["digest"] ?? "", (long?)entry["size"] ?? 0);
    }

    /// <summary>All tags, each once.</summary>
    public IReadOnlyList<string> Tags => [.. _manifests.Select(Name).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Makes a tag name a manifest, or with no tag, lists the manifest.</summary>
    public void Set(OciDescriptor descriptor, string? tag)
    {
        var entry = new JsonObject
        {
            ["mediaType"] = descriptor.MediaType,
            ["digest"] = descriptor.Digest,
            ["size"] = descriptor.Size,
        };
        if (tag is not null)
            entry["annotations"] = new JsonObject { [RefName] = tag };
        foreach (var old in _manifests.Where(m => tag is not null && Name(m) == tag).ToList())
            _manifests.Remove(old);
        var place = _manifests.TakeWhile(m => string.CompareOrdinal(Name(m), tag) < 0).Count();
        _manifests.Insert(place, entry);
    }

    /// <summary>The file's text.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            _root.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string? Name(JsonNode? manifest) => (string?)manifest?["annotations"]?[RefName];
}
