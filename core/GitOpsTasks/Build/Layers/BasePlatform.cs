using System.Text.Json;
using System.Text.Json.Nodes;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>A base image of one platform.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Config">Its configuration, as the OCI image specification describes it.</param>
/// <param name="Layers">Its layers, which are read only where a target has to be sent them.</param>
internal sealed record BasePlatform(OciPlatform Platform, JsonObject Config, IReadOnlyList<OciBlob> Layers)
{
    private const int LargestConfig = 16 * 1024 * 1024;

    // The same bytes under another name: a manifest of OCI's form holds layers of OCI's types.
    private static readonly Dictionary<string, string> OciNames = new(StringComparer.Ordinal)
    {
        ["application/vnd.docker.image.rootfs.diff.tar"] = "application/vnd.oci.image.layer.v1.tar",
        ["application/vnd.docker.image.rootfs.diff.tar.gzip"] = OciMediaTypes.LayerGzip,
        ["application/vnd.docker.image.rootfs.diff.tar.zstd"] = "application/vnd.oci.image.layer.v1.tar+zstd",
        ["application/vnd.docker.image.rootfs.foreign.diff.tar.gzip"] = "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip",
    };

    /// <summary>The variables of its environment, by name.</summary>
    public IReadOnlyDictionary<string, string> Environment => (Config["config"]?["Env"] as JsonArray ?? [])
        .Select(item => ((string?)item ?? "").Split('=', 2))
        .DistinctBy(parts => parts[0])
        .ToDictionary(parts => parts[0], parts => parts.ElementAtOrDefault(1) ?? "");

    /// <summary>The digests of its layers before compression.</summary>
    public IReadOnlyList<string> DiffIds => [.. (Config["rootfs"]?["diff_ids"] as JsonArray ?? []).Select(item => (string?)item ?? "")];

    /// <summary>Reads it.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static async Task<BasePlatform> ReadAsync(BaseSource source, OciManifest manifest, CancellationToken cancellationToken)
    {
        var blobs = ManifestParts.Of(manifest).Blobs;
        if (blobs is not [{ Size: <= LargestConfig } config, ..])
            throw NotAnImage(source);
        var content = new MemoryStream();
        await using (var stream = source.Images.OpenBlob(config))
            await stream.CopyToAsync(content, cancellationToken);
        var platform = Read(content.ToArray(), source);
        if (platform.DiffIds.Count != blobs.Count - 1)
            throw NotAnImage(source);
        return platform with { Layers = [.. blobs.Skip(1).Select(layer => BlobOf(layer, source))] };
    }

    private static BasePlatform Read(byte[] content, BaseSource source)
    {
        try
        {
            if (JsonNode.Parse(content) is JsonObject config && (string?)config["os"] is { } os && (string?)config["architecture"] is { } architecture)
                return new BasePlatform(new OciPlatform(os, architecture, (string?)config["variant"]), config, []);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            // Told below.
        }

        throw NotAnImage(source);
    }

    private static OciBlob BlobOf(OciDescriptor layer, BaseSource source)
    {
        var named = new OciDescriptor(OciNames.GetValueOrDefault(layer.MediaType, layer.MediaType), layer.Digest, layer.Size);
        return new OciBlob(named, () => source.Images.OpenBlob(layer)) { MountFrom = source.MountFrom };
    }

    private static TaskFailedException NotAnImage(BaseSource source) => BaseSource.Unusable(
        $"The base '{source.Name}' is not an image of layers.", "Name an image, not an artifact; pull and push it again where it is of an old form.");
}
