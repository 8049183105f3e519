using System.IO.Compression;
using System.Security.Cryptography;
using GitOpsTasks.Build.Archives;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>Builds a layer: a compressed tar archive whose bytes depend on its entries alone.</summary>
internal static class LayerArchive
{
    private const int OsByte = 9; // of the gzip header, RFC 1952
    private const byte OsUnknown = 255;
    private static readonly ZLibCompressionOptions Compression = new() { CompressionLevel = 6 };

    /// <summary>Writes the archive to a file.</summary>
    public static async Task<BuiltLayer> BuildAsync(
        LayerSpec layer, string context, string file, DateTimeOffset time, CancellationToken cancellationToken)
    {
        string diffId;
        using (var hash = SHA256.Create())
        {
            await using (var compressed = new FileStream(file, FileMode.CreateNew, FileAccess.Write))
            await using (var gzip = new GZipStream(compressed, Compression))
            await using (var hashing = new CryptoStream(gzip, hash, CryptoStreamMode.Write))
            {
                await new TarArchive(hashing, time).WriteAsync(LayerEntries.Of(layer, context), cancellationToken);
                await hashing.FlushFinalBlockAsync(cancellationToken);
            }

            diffId = OciDigest.FromHash(hash.Hash);
        }

        return new BuiltLayer(await DescribeAsync(file, cancellationToken), diffId, $"layer {layer.From} in {layer.To}");
    }

    private static async Task<OciBlob> DescribeAsync(string file, CancellationToken cancellationToken)
    {
        await using var content = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        content.Position = OsByte;
        content.WriteByte(OsUnknown);
        content.Position = 0;
        var digest = await OciDigest.OfAsync(content, cancellationToken);
        return new OciBlob(new OciDescriptor(OciMediaTypes.LayerGzip, digest, content.Length), () => File.OpenRead(file));
    }
}
