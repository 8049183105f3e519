using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>
/// Builds layers. One that was built before, here or in an earlier run, is read for its digest and not compressed again: the
/// digest it has compressed is kept in the user's cache folder. Its file is written where a registry turns out not to have it.
/// </summary>
internal sealed class LayerStore
{
    private readonly string _scratch;
    private readonly string _known;

    /// <summary>A store.</summary>
    /// <param name="context">Names the cache folder: XDG_CACHE_HOME, else <c>~/.cache</c>.</param>
    /// <param name="scratch">Takes the files.</param>
    public LayerStore(EngineContext context, ScratchDirectory scratch)
    {
        _scratch = scratch.FullPath;
        var cache = context.Environment["XDG_CACHE_HOME"] ?? Path.Join(context.Environment.FirstOf("HOME", "USERPROFILE") ?? context.ScratchRoot, ".cache");
        _known = Path.Join(cache, "gitops-tasks", "layers", $"{LayerArchive.CompressionVersion}");
    }

    /// <summary>Builds a layer, or finds that it is known.</summary>
    public async Task<BuiltLayer> BuildAsync(LayerPlan plan, CancellationToken cancellationToken)
    {
        var file = Path.Combine(_scratch, $"{Guid.NewGuid():N}.tar.gz");
        if (Directory.Exists(_known))
        {
            var diffId = await LayerArchive.DiffIdAsync(plan, cancellationToken);
            if (Find(diffId) is { } descriptor)
                return new BuiltLayer(plan, diffId, new OciBlob(descriptor, () => File.OpenRead(file)), file);
        }

        var layer = await LayerArchive.WriteAsync(plan, file, cancellationToken);
        await KeepAsync(layer);
        return layer;
    }

    /// <summary>Writes the file of a layer that was only known.</summary>
    /// <exception cref="TaskFailedException">GOT5008: it is not what it was a moment ago.</exception>
    public async Task WriteAsync(BuiltLayer layer, CancellationToken cancellationToken)
    {
        if (layer.IsWritten)
            return;
        var written = await LayerArchive.WriteAsync(layer.Plan, layer.File, cancellationToken);
        if (written.Blob.Descriptor == layer.Blob.Descriptor && written.DiffId == layer.DiffId)
            return;
        await KeepAsync(written);
        throw TaskFailedException.Usage(
            BuildCodes.FileUnreadable,
            $"What goes into '{layer.Plan.Description}' changed while it was built.",
            "Build again, and let nothing write to it meanwhile.");
    }

    private OciDescriptor? Find(string diffId)
    {
        try
        {
            return File.ReadAllText(PathOf(diffId)).Split(' ') is [var digest, var size]
                && OciDigest.Hex(digest) is { Length: 64 } && long.TryParse(size, out var length) && length > 0
                ? new OciDescriptor(OciMediaTypes.LayerGzip, digest, length)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private async Task KeepAsync(BuiltLayer layer)
    {
        var line = $"{layer.Blob.Descriptor.Digest} {layer.Blob.Descriptor.Size}";
        try
        {
            await WholeFile.WriteAsync(
                PathOf(layer.DiffId), file => file.WriteAsync(System.Text.Encoding.ASCII.GetBytes(line)).AsTask());
        }
        catch (TaskFailedException)
        {
            // A cache that cannot be written to is done without.
        }
    }

    private string PathOf(string diffId) => Path.Join(_known, OciDigest.Hex(diffId));
}
