namespace GitOpsTasks.Build;

/// <summary>The image of one platform.</summary>
/// <param name="Platform">Such as <c>linux/arm64</c>.</param>
public sealed record PlatformImage(string Platform)
{
    /// <summary>Digest of its manifest; null where it is not known.</summary>
    public string? Digest { get; init; }

    /// <summary>What the builder knows it by; see <see cref="ImageResult.ImageId"/>.</summary>
    public string? ImageId { get; init; }

    /// <summary>Size in bytes of its manifest, configuration and layers as they are stored (compressed); null where it is not known.</summary>
    public long? Size { get; init; }
}
