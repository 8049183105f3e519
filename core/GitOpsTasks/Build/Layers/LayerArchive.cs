using GitOpsTasks.Build.Archives;
using GitOpsTasks.Build.Archives.Compression;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>Writes layers: compressed tar archives whose bytes depend on their entries alone, on every machine.</summary>
internal static class LayerArchive
{
    /// <summary>Goes up where the same archive is compressed to other bytes than before.</summary>
    public const int CompressionVersion = 1;

    /// <summary>Writes an archive to a file, reading what goes into it once.</summary>
    /// <param name="plan">What it is made of.</param>
    /// <param name="file">Absolute path of a file that is not there yet.</param>
    /// <param name="cancellationToken">Cancels writing.</param>
    public static async Task<BuiltLayer> WriteAsync(LayerPlan plan, string file, CancellationToken cancellationToken)
    {
        await using var output = new HashedStream(new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1));
        await using var gzip = new GzipStream(output);
        await using var archive = new HashedStream(gzip);
        await new TarArchive(archive, plan.Time).WriteAsync(plan.Entries, cancellationToken);
        await gzip.CompleteAsync(cancellationToken);
        var descriptor = new OciDescriptor(OciMediaTypes.LayerGzip, output.Digest(), output.Length);
        return new BuiltLayer(plan, archive.Digest(), new OciBlob(descriptor, () => File.OpenRead(file)), file);
    }

    /// <summary>The digest of an archive before compression.</summary>
    public static async Task<string> DiffIdAsync(LayerPlan plan, CancellationToken cancellationToken)
    {
        await using var archive = new HashedStream(Stream.Null);
        await new TarArchive(archive, plan.Time).WriteAsync(plan.Entries, cancellationToken);
        return archive.Digest();
    }

    /// <summary>Writes a single folder or file to an archive.</summary>
    public static Task<BuiltLayer> BuildAsync(
        LayerSpec layer, string context, string file, DateTimeOffset time, CancellationToken cancellationToken) =>
        WriteAsync(new LayerPlan(layer.From, LayerEntries.Of(layer, context), time), file, cancellationToken);
}
