namespace GitOpsTasks.Registry;

/// <summary>Content to be stored under its digest.</summary>
/// <param name="Descriptor">What it is.</param>
/// <param name="Open">Opens the content at its start; called again where an upload has to be repeated.</param>
public sealed record OciBlob(OciDescriptor Descriptor, Func<Stream> Open)
{
    /// <summary>A blob of bytes in memory.</summary>
    public static OciBlob FromBytes(string mediaType, byte[] content) =>
        new(new OciDescriptor(mediaType, OciDigest.Of(content), content.Length), () => new MemoryStream(content, writable: false));
}
