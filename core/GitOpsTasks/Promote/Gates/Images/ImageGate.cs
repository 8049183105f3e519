using GitOpsTasks.Registry;

namespace GitOpsTasks.Promote.Gates.Images;

/// <summary>Images are in their registries, for all platforms.</summary>
internal sealed class ImageGate(GateRegistries registries) : IPromotionGate
{
    /// <inheritdoc />
    public async Task<GateResult?> CheckAsync(GateSubject subject, CancellationToken cancellationToken)
    {
        if (!subject.Gates.ImageExists && subject.Gates.Platforms.Count == 0)
            return null;
        var images = await GatedImages.OfAsync(subject, cancellationToken);
        if (images.Count == 0)
            return null;
        var verdict = new GateVerdict("image");
        foreach (var image in images)
            await CheckAsync(image, subject.Gates.Platforms.Count > 0 ? subject.Gates.Platforms : image.Platforms, verdict, cancellationToken);
        return verdict.Result($"{string.Join(", ", images.Take(3))}{(images.Count > 3 ? $" and {images.Count - 3} more" : "")} in the registry");
    }

    private async Task CheckAsync(GatedImage image, IReadOnlyList<string> wanted, GateVerdict verdict, CancellationToken cancellationToken)
    {
        var registry = registries.Of(image);
        if (await registry.GetManifestAsync(image.Version, cancellationToken) is not { } manifest)
        {
            verdict.Pend($"{image} is not in the registry");
            return;
        }

        var parts = ManifestParts.Of(manifest);
        var platforms = parts.Children.Count > 0
            ? [.. parts.Children.Where(child => child.Platform is { Os: not "unknown" }).Select(child => (child.Platform!, child.Digest))]
            : await OwnAsync(registry, parts, manifest.Descriptor.Digest, cancellationToken);
        foreach (var text in wanted)
        {
            if (OciPlatform.TryParse(text) is { } platform && !platforms.Exists(there => IsFor(there.Platform, platform)))
                verdict.Pend($"{image} is not there for {text}");
        }

        foreach (var (platform, digest) in parts.Children.Count > 0 ? platforms : [])
        {
            if (await registry.ResolveAsync(digest, cancellationToken) is null)
                verdict.Pend($"{image} lacks its part for {platform}");
        }
    }

    // A single image says in its configuration what it runs on.
    private static async Task<List<(OciPlatform Platform, string Digest)>> OwnAsync(
        IRegistry registry, ManifestParts parts, string digest, CancellationToken cancellationToken)
    {
        var config = parts.Blobs.FirstOrDefault(blob => blob.MediaType is OciMediaTypes.Config or OciMediaTypes.DockerConfig);
        if (config is null || await BlobText.ReadAsync(registry, config, cancellationToken) is not { } content)
            return [];
        return JsonText.Read(content, root => JsonText.At(root, "os") is { } os && JsonText.At(root, "architecture") is { } architecture
            ? new List<(OciPlatform, string)> { (new OciPlatform(os, architecture, JsonText.At(root, "variant")), digest) }
            : []) ?? [];
    }

    // arm64 is v8 where nothing is said.
    private static bool IsFor(OciPlatform there, OciPlatform wanted) =>
        there.Os == wanted.Os && there.Architecture == wanted.Architecture
        && (wanted.Variant is null || wanted.Variant == there.Variant || (there.Variant is null && wanted is { Architecture: "arm64", Variant: "v8" }));
}
