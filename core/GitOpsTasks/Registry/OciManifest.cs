namespace GitOpsTasks.Registry;

/// <summary>A manifest or index, as the exact bytes its digest is of: it is never written anew.</summary>
/// <param name="Descriptor">What it is.</param>
/// <param name="Content">Its bytes.</param>
public sealed record OciManifest(OciDescriptor Descriptor, ReadOnlyMemory<byte> Content)
{
    /// <summary>A manifest from its bytes.</summary>
    public static OciManifest FromBytes(string mediaType, ReadOnlyMemory<byte> content) =>
        new(new OciDescriptor(mediaType, OciDigest.Of(content.Span), content.Length), content);
}
