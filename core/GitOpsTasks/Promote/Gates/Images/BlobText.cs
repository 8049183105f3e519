using GitOpsTasks.Registry;

namespace GitOpsTasks.Promote.Gates.Images;

/// <summary>Small blobs, read whole.</summary>
internal static class BlobText
{
    private const long Largest = 64 * 1024 * 1024;

    /// <summary>The bytes of a blob; null where it is larger than anything gates read.</summary>
    public static async Task<byte[]?> ReadAsync(IRegistry registry, OciDescriptor blob, CancellationToken cancellationToken)
    {
        if (blob.Size is < 0 or > Largest)
            return null;
        using var content = new MemoryStream();
        await using var stream = registry.OpenBlob(blob);
        await stream.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }
}
