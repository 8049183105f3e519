using System.Text.Json;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Results;

/// <summary>What a repository holds of an image.</summary>
/// <param name="Digest">Of its manifest or index.</param>
/// <param name="MediaType">Likewise.</param>
/// <param name="Size">Bytes of all its parts, each counted once; what refers to it is not a part of it.</param>
/// <param name="Platforms">Its platforms; attestations that pose as such are left out.</param>
internal sealed record ImageContents(string Digest, string MediaType, long Size, IReadOnlyList<PlatformImage> Platforms)
{
    private const string NoPlatform = "unknown";

    /// <summary>Looks an image up.</summary>
    /// <param name="registry">The repository.</param>
    /// <param name="reference">Its tag or digest.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>Null where it is not there.</returns>
    public static async Task<ImageContents?> ReadAsync(IRegistry registry, string reference, CancellationToken cancellationToken)
    {
        if (await registry.GetManifestAsync(reference, cancellationToken) is not { } root)
            return null;
        var parts = ManifestParts.Of(root);
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal) { [root.Descriptor.Digest] = root.Descriptor.Size };
        var platforms = new List<PlatformImage>();
        if (parts.Children.Count == 0)
        {
            var size = Add(sizes, root.Descriptor, parts);
            if (await PlatformAsync(registry, parts, cancellationToken) is { } platform)
                platforms.Add(new PlatformImage(platform) { Digest = root.Descriptor.Digest, ImageId = parts.Blobs[0].Digest, Size = size });
        }

        foreach (var child in parts.Children)
        {
            if (await registry.GetManifestAsync(child.Digest, cancellationToken) is not { } manifest)
                continue;
            var own = ManifestParts.Of(manifest);
            var size = Add(sizes, manifest.Descriptor, own);
            if (child.Platform is { Os: not NoPlatform } platform)
                platforms.Add(new PlatformImage(platform.ToString()) { Digest = child.Digest, ImageId = own.Blobs is [var config, ..] ? config.Digest : null, Size = size });
        }

        return new ImageContents(root.Descriptor.Digest, root.Descriptor.MediaType, sizes.Values.Sum(), platforms);
    }

    private static long Add(Dictionary<string, long> sizes, OciDescriptor manifest, ManifestParts parts)
    {
        OciDescriptor[] all = [manifest, .. parts.Blobs.DistinctBy(blob => blob.Digest)];
        foreach (var part in all)
            sizes[part.Digest] = part.Size;
        return all.Sum(part => part.Size);
    }

    // Only the configuration of an image tells what it runs on; those of artifacts do not.
    private static async Task<string?> PlatformAsync(IRegistry registry, ManifestParts parts, CancellationToken cancellationToken)
    {
        if (parts.Blobs is not [{ MediaType: OciMediaTypes.Config or OciMediaTypes.DockerConfig } config, ..])
            return null;
        using var content = new MemoryStream();
        await using (var stream = registry.OpenBlob(config))
            await stream.CopyToAsync(content, cancellationToken);
        using var json = JsonDocument.Parse(content.ToArray());
        return DescriptorJson.Text(json.RootElement, "os") is { Length: > 0 } os && DescriptorJson.Text(json.RootElement, "architecture") is { } architecture
            ? new OciPlatform(os, architecture, DescriptorJson.Text(json.RootElement, "variant")).ToString()
            : null;
    }
}
