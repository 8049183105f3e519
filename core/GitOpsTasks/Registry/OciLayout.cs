using System.Text.Json;
using System.Text.Json.Nodes;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;

namespace GitOpsTasks.Registry;

/// <summary>
/// A repository in a folder, in the OCI image-layout format: what skopeo, oras, podman and others read as <c>oci:DIR:TAG</c>.
/// Each file is written beside its place and then moved there; a file whose content would be the same is not touched.
/// </summary>
/// <param name="directory">Absolute path of the folder; made when something is first stored.</param>
public sealed class OciLayout(string directory) : IRegistry
{
    private const string Version = """{"imageLayoutVersion":"1.0.0"}""";

    private string IndexPath => Path.Combine(directory, "index.json");

    /// <inheritdoc />
    public string Repository => directory;

    /// <inheritdoc />
    public Task<bool> HasBlobAsync(OciDescriptor blob, CancellationToken cancellationToken) =>
        Task.FromResult(File.Exists(BlobPath(blob.Digest)));

    /// <inheritdoc />
    public async Task<bool> PushBlobAsync(OciBlob blob, CancellationToken cancellationToken)
    {
        var path = BlobPath(blob.Descriptor.Digest);
        if (File.Exists(path))
            return false;
        await using var content = blob.Open();
        await WholeFile.WriteAsync(path, content, cancellationToken);
        return true;
    }

    /// <inheritdoc />
    public async Task<OciManifest?> GetManifestAsync(string reference, CancellationToken cancellationToken)
    {
        if (await ResolveAsync(reference, cancellationToken) is not { } descriptor)
            return null;
        var path = BlobPath(descriptor.Digest);
        return File.Exists(path)
            ? OciManifest.FromBytes(descriptor.MediaType, await File.ReadAllBytesAsync(path, cancellationToken))
            : null;
    }

    /// <inheritdoc />
    public async Task<bool> PushManifestAsync(OciManifest manifest, string reference, CancellationToken cancellationToken)
    {
        if ((await ResolveAsync(reference, cancellationToken))?.Digest == manifest.Descriptor.Digest)
            return false;
        await PushBlobAsync(
            new OciBlob(manifest.Descriptor, () => new MemoryStream(manifest.Content.ToArray())), cancellationToken);
        var index = await ReadIndexAsync(cancellationToken);
        index.Set(manifest.Descriptor, ImageGrammar.IsDigest(reference) ? null : reference);
        await WholeFile.WriteAsync(Path.Combine(directory, "oci-layout"), Version, cancellationToken);
        await WholeFile.WriteAsync(IndexPath, index.ToJson(), cancellationToken);
        return true;
    }

    /// <inheritdoc />
    public async Task<OciDescriptor?> ResolveAsync(string reference, CancellationToken cancellationToken) =>
        (await ReadIndexAsync(cancellationToken)).Find(reference);

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>?> ListTagsAsync(Action<int>? onProgress, CancellationToken cancellationToken)
    {
        if (!File.Exists(IndexPath))
            return null;
        var tags = (await ReadIndexAsync(cancellationToken)).Tags;
        onProgress?.Invoke(tags.Count);
        return tags;
    }

    private async Task<OciLayoutIndex> ReadIndexAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(IndexPath))
            return new OciLayoutIndex(new JsonObject());
        try
        {
            var root = JsonNode.Parse(await File.ReadAllBytesAsync(IndexPath, cancellationToken));
            return new OciLayoutIndex(root as JsonObject ?? throw new JsonException("Not an object."));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw TaskFailedException.Usage(
                RegistryCodes.LayoutInvalid,
                $"'{IndexPath}' is not the index of an OCI image layout.",
                "Remove the folder, or name another.");
        }
    }

    private string BlobPath(string digest) =>
        ImageGrammar.IsDigest(digest) && digest.Split(':') is [var algorithm, var hex]
            ? Path.Combine(directory, "blobs", algorithm, hex)
            : throw TaskFailedException.Usage(RegistryCodes.LayoutInvalid, $"'{digest}' is not a digest.");
}
