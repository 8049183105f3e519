using System.Text.Json;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Docker;

/// <summary>What a registry or layout has of an image that another program put there.</summary>
internal sealed class PublishedImage(IRegistry registry)
{
    private const string Attestation = "vnd.docker.reference.type";

    /// <summary>Fills in digest, media type, platforms and size from what is there.</summary>
    /// <param name="result">The result so far.</param>
    /// <param name="digest">The digest of the manifest or index.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <exception cref="TaskFailedException">GOT5111: it is not there, or not whole.</exception>
    public async Task<ImageResult> DescribeAsync(ImageResult result, string digest, CancellationToken cancellationToken)
    {
        var image = await GetAsync(digest, cancellationToken);
        var stored = new Dictionary<string, long>(StringComparer.Ordinal);
        var platforms = new List<PlatformImage>();
        foreach (var (manifest, parts, platform) in await ManifestsAsync(image, cancellationToken))
        {
            OciDescriptor[] all = [manifest.Descriptor, .. parts.Blobs];
            foreach (var part in all)
                stored[part.Digest] = part.Size;
            if (platform is not null)
            {
                platforms.Add(new PlatformImage(platform)
                {
                    Digest = manifest.Descriptor.Digest,
                    ImageId = parts.Blobs is [var config, ..] ? config.Digest : null,
                    Size = all.DistinctBy(part => part.Digest).Sum(part => part.Size),
                });
            }
        }

        stored[image.Descriptor.Digest] = image.Descriptor.Size;
        return result with
        {
            Digest = image.Descriptor.Digest,
            MediaType = image.Descriptor.MediaType,
            Platforms = [.. platforms.Select(platform => platform.Platform)],
            PlatformImages = platforms,
            Size = stored.Values.Sum(),
        };
    }

    // The platform is null for attestations, which pose as images of an unknown one.
    private async Task<List<(OciManifest Manifest, ManifestParts Parts, string? Platform)>> ManifestsAsync(
        OciManifest image, CancellationToken cancellationToken)
    {
        var parts = ManifestParts.Of(image);
        if (parts.Children.Count == 0)
            return [(image, parts, parts.Blobs is [var config, ..] ? await PlatformAsync(config, cancellationToken) : null)];
        var manifests = new List<(OciManifest Manifest, ManifestParts Parts, string? Platform)>();
        foreach (var child in parts.Children)
        {
            var manifest = await GetAsync(child.Digest, cancellationToken);
            var isImage = child.Platform is { Os: not "unknown" } && !child.Annotations.ContainsKey(Attestation);
            manifests.Add((manifest, ManifestParts.Of(manifest), isImage ? child.Platform!.ToString() : null));
        }

        return manifests;
    }

    private async Task<string?> PlatformAsync(OciDescriptor config, CancellationToken cancellationToken)
    {
        await using var content = registry.OpenBlob(config);
        using var document = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken);
        return PlatformIn(document.RootElement, "os", "architecture", "variant");
    }

    /// <summary>The platform that an object tells in three properties; null where it does not.</summary>
    public static string? PlatformIn(JsonElement image, string os, string architecture, string variant) =>
        DescriptorJson.Text(image, os) is { Length: > 0 } system && DescriptorJson.Text(image, architecture) is { Length: > 0 } processor
            ? new OciPlatform(system, processor, DescriptorJson.Text(image, variant) is { Length: > 0 } text ? text : null).ToString()
            : null;

    private async Task<OciManifest> GetAsync(string digest, CancellationToken cancellationToken) =>
        await registry.GetManifestAsync(digest, cancellationToken) ?? throw TaskFailedException.External(
            RegistryCodes.ContentMissing,
            $"'{registry.Repository}' has no manifest {digest}, which was just pushed.",
            "The registry lost it or hides it: push again, and look at the registry's log.");
}
