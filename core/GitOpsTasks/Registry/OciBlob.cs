namespace GitOpsTasks.Registry;

/// <summary>Content to be stored under its digest.</summary>
/// <param name="Descriptor">What it is.</param>
/// <param name="Open">Opens the content at its start; called again where an upload has to be repeated.</param>
public sealed record OciBlob(OciDescriptor Descriptor, Func<Stream> Open)
{
    /// <summary>
    /// Another repository that has it, such as <c>ghcr.io/acme/base</c>: a registry that has both may take it over from there
    /// without an upload. Null for none.
    /// </summary>
    public string? MountFrom { get; init; }

    /// <summary>A blob of a file, which is read once now for its digest, and again when it is pushed.</summary>
    public static async Task<OciBlob> FromFileAsync(string mediaType, string path, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(path);
        var digest = await OciDigest.OfAsync(content, cancellationToken);
        return new OciBlob(new OciDescriptor(mediaType, digest, content.Length), () => File.OpenRead(path));
    }

    /// <summary>A blob of bytes in memory.</summary>
    public static OciBlob FromBytes(string mediaType, byte[] content) =>
        new(new OciDescriptor(mediaType, OciDigest.Of(content), content.Length), () => new MemoryStream(content, writable: false));
}
