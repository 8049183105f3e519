using System.Text.Json;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Buildx;

/// <summary>What buildx says it made: the file of <c>--metadata-file</c>, and that of <c>--iidfile</c>.</summary>
/// <param name="Digest">The digest of a manifest or index; null where it names none, or only the id of an image.</param>
/// <param name="ImageId">What the engine knows the image by; null where it names none.</param>
internal sealed record BuildxMetadata(string? Digest, string? ImageId)
{
    /// <summary>Reads both files; what is not there is null.</summary>
    /// <param name="metadataFile">Absolute path.</param>
    /// <param name="idFile">Absolute path.</param>
    public static BuildxMetadata Load(string metadataFile, string idFile)
    {
        var id = File.Exists(idFile) ? File.ReadAllText(idFile).Trim() : "";
        return new BuildxMetadata(
            File.Exists(metadataFile) ? DigestIn(File.ReadAllBytes(metadataFile)) : null,
            id.Length > 0 ? id : null);
    }

    /// <summary>The digest in the metadata. An engine with its own image store puts the id of the configuration there before it pushes.</summary>
    internal static string? DigestIn(ReadOnlyMemory<byte> metadata)
    {
        try
        {
            using var document = JsonDocument.Parse(metadata);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && DescriptorJson.Text(root, "containerimage.digest") is { Length: > 0 } digest
                && (root.TryGetProperty("containerimage.descriptor", out _) || DescriptorJson.Text(root, "containerimage.config.digest") != digest)
                ? digest
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
