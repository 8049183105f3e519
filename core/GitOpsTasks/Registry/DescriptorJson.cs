using System.Text.Json;
using System.Text.Json.Nodes;

namespace GitOpsTasks.Registry;

/// <summary>Descriptors as manifests and indexes write them.</summary>
internal static class DescriptorJson
{
    /// <summary>Reads one.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static OciDescriptor Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || Text(element, "digest") is not { } digest)
            throw new JsonException("A descriptor has no digest.");
        var size = element.TryGetProperty("size", out var number) && number.TryGetInt64(out var value) ? value : 0;
        return new OciDescriptor(Text(element, "mediaType") ?? "", digest, size)
        {
            ArtifactType = Text(element, "artifactType"),
            Platform = element.TryGetProperty("platform", out var platform) ? ReadPlatform(platform) : null,
            Annotations = ReadAnnotations(element),
        };
    }

    /// <summary>The annotations of a descriptor or manifest, by key.</summary>
    public static IReadOnlyDictionary<string, string> ReadAnnotations(JsonElement element)
    {
        if (!element.TryGetProperty("annotations", out var annotations) || annotations.ValueKind != JsonValueKind.Object)
            return System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;
        return new SortedDictionary<string, string>(
            annotations.EnumerateObject().DistinctBy(property => property.Name).ToDictionary(property => property.Name, property => property.Value.ToString()),
            StringComparer.Ordinal);
    }

    /// <summary>A descriptor as JSON, its properties always in the same order.</summary>
    public static JsonObject Write(OciDescriptor descriptor)
    {
        var json = new JsonObject
        {
            ["mediaType"] = descriptor.MediaType,
            ["digest"] = descriptor.Digest,
            ["size"] = descriptor.Size,
        };
        if (descriptor.ArtifactType is { } type)
            json["artifactType"] = type;
        if (descriptor.Platform is { } platform)
            json["platform"] = WritePlatform(platform);
        if (descriptor.Annotations.Count > 0)
            json["annotations"] = WriteAnnotations(descriptor.Annotations);
        return json;
    }

    /// <summary>Annotations as JSON, in the order of their keys.</summary>
    public static JsonObject WriteAnnotations(IReadOnlyDictionary<string, string> annotations)
    {
        var json = new JsonObject();
        foreach (var (key, value) in annotations.OrderBy(annotation => annotation.Key, StringComparer.Ordinal))
            json[key] = value;
        return json;
    }

    /// <summary>A document as UTF-8 without white space.</summary>
    public static byte[] Bytes(JsonObject document)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            document.WriteTo(writer);
        return buffer.ToArray();
    }

    /// <summary>A property that is a text; null where there is none.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static OciPlatform? ReadPlatform(JsonElement platform) =>
        platform.ValueKind == JsonValueKind.Object && Text(platform, "os") is { } os && Text(platform, "architecture") is { } architecture
            ? new OciPlatform(os, architecture, Text(platform, "variant"))
            : null;

    private static JsonObject WritePlatform(OciPlatform platform)
    {
        var json = new JsonObject { ["architecture"] = platform.Architecture, ["os"] = platform.Os };
        if (platform.Variant is { } variant)
            json["variant"] = variant;
        return json;
    }
}
