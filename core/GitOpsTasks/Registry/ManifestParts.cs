using System.Collections.ObjectModel;
using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>What a manifest or index is made of.</summary>
/// <param name="Children">Of an index: its manifests.</param>
/// <param name="Blobs">Of a manifest: its configuration and its layers.</param>
public sealed record ManifestParts(IReadOnlyList<OciDescriptor> Children, IReadOnlyList<OciDescriptor> Blobs)
{
    /// <summary>What it refers to, such as the image that it is an SBOM of; null for nothing.</summary>
    public OciDescriptor? Subject { get; init; }

    /// <summary>What kind of artifact it is; null where neither it nor its configuration tells.</summary>
    public string? ArtifactType { get; init; }

    /// <summary>Its annotations, by key.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Reads a manifest or index, in OCI's form or Docker's.</summary>
    /// <exception cref="TaskFailedException">GOT5113: it is neither.</exception>
    public static ManifestParts Of(OciManifest manifest)
    {
        try
        {
            using var document = JsonDocument.Parse(manifest.Content);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw TaskFailedException.External(
                RegistryCodes.ManifestInvalid,
                $"{manifest.Descriptor.Digest} is not a manifest or an index.",
                "Push it again with the tool that made it.");
        }
    }

    /// <summary>The media type that a manifest or index gives itself, or that its form tells; null where the content is neither.</summary>
    internal static string? TypeOf(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schemaVersion", out _))
                return null;
            return DescriptorJson.Text(root, "mediaType")
                ?? (root.TryGetProperty("manifests", out _) ? OciMediaTypes.Index : OciMediaTypes.Manifest);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ManifestParts Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new JsonException("Not an object.");
        var config = root.TryGetProperty("config", out var element) ? DescriptorJson.Read(element) : null;
        return new ManifestParts(List(root, "manifests"), [.. config is null ? [] : new[] { config }, .. List(root, "layers")])
        {
            Subject = root.TryGetProperty("subject", out var subject) ? DescriptorJson.Read(subject) : null,
            ArtifactType = DescriptorJson.Text(root, "artifactType") ?? config?.MediaType,
            Annotations = DescriptorJson.ReadAnnotations(root),
        };
    }

    private static List<OciDescriptor> List(JsonElement root, string name) =>
        root.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray().Select(DescriptorJson.Read)]
            : [];
}
