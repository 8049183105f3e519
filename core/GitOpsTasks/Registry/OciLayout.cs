using System.Text.Json;
using System.Text.Json.Nodes;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;

namespace GitOpsTasks.Registry;

/// <summary>
/// A repository in a folder, in the OCI image-layout format: what skopeo, oras, podman and others read as <c>oci:DIR:TAG</c>.
/// Each file is written beside its place and then moved there; a file whose content would be the same is not touched.
/// Processes that write to one layout at the same time wait for each other, and none loses an entry.
/// </summary>
public sealed class OciLayout : IRegistry
{
    private const string IndexPath = "index.json";
    private const int LargestManifest = 16 * 1024 * 1024;
    private readonly ILayoutFiles _files;

    /// <summary>A repository in a folder; nothing is read or written yet.</summary>
    /// <param name="directory">Absolute path of the folder; made when something is first stored.</param>
    /// <param name="time">Clock for waiting; null for the system's.</param>
    public OciLayout(string directory, TimeProvider? time = null)
        : this(new LayoutFolder(directory, time ?? TimeProvider.System))
    {
    }

    internal OciLayout(ILayoutFiles files) => _files = files;

    /// <inheritdoc />
    public string Repository => _files.Place;

    /// <inheritdoc />
    public Task<bool> HasBlobAsync(OciDescriptor blob, CancellationToken cancellationToken) =>
        Task.FromResult(_files.Has(BlobPath(blob.Digest)));

    /// <inheritdoc />
    public Stream OpenBlob(OciDescriptor blob) =>
        new VerifiedStream(_files.Open(BlobPath(blob.Digest)) ?? throw Missing(blob), blob, Repository);

    /// <inheritdoc />
    public async Task<bool> PushBlobAsync(OciBlob blob, CancellationToken cancellationToken)
    {
        var path = BlobPath(blob.Descriptor.Digest);
        if (_files.Has(path))
            return false;
        await using var content = new VerifiedStream(blob.Open(), blob.Descriptor, Repository);
        await _files.WriteAsync(path, content, cancellationToken);
        return true;
    }

    /// <inheritdoc />
    public async Task<OciManifest?> GetManifestAsync(string reference, CancellationToken cancellationToken)
    {
        if (await ResolveAsync(reference, cancellationToken) is not { } descriptor
            || await ReadAsync(BlobPath(descriptor.Digest), cancellationToken) is not { } content)
            return null;
        return OciManifest.FromBytes(descriptor.MediaType, content);
    }

    /// <inheritdoc />
    public async Task<bool> PushManifestAsync(OciManifest manifest, string reference, CancellationToken cancellationToken)
    {
        if ((await ResolveAsync(reference, cancellationToken))?.Digest == manifest.Descriptor.Digest)
            return false;
        using var turn = await _files.LockAsync(cancellationToken);
        var index = await ReadIndexAsync(cancellationToken);
        var content = manifest.Content.ToArray();
        await PushBlobAsync(new OciBlob(manifest.Descriptor, () => new MemoryStream(content)), cancellationToken);
        index.Set(manifest, ImageGrammar.IsDigest(reference) ? null : reference);
        await _files.WriteAsync(IndexPath, new MemoryStream(index.ToJson()), cancellationToken);
        return true;
    }

    /// <inheritdoc />
    public async Task<OciDescriptor?> ResolveAsync(string reference, CancellationToken cancellationToken) =>
        (await ReadIndexAsync(cancellationToken)).Find(reference) ?? await FindInnerAsync(reference, cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<OciDescriptor>> ListReferrersAsync(string digest, CancellationToken cancellationToken)
    {
        var referrers = new List<OciDescriptor>();
        foreach (var entry in (await ReadIndexAsync(cancellationToken)).All)
        {
            if (await GetManifestAsync(entry.Digest, cancellationToken) is not { } manifest)
                continue;
            var parts = ManifestParts.Of(manifest);
            if (parts.Subject?.Digest == digest)
                referrers.Add(manifest.Descriptor with { ArtifactType = parts.ArtifactType, Annotations = parts.Annotations });
        }

        return [.. referrers.DistinctBy(referrer => referrer.Digest)];
    }

    /// <summary>All that its index names, with a tag or without.</summary>
    public async Task<IReadOnlyList<OciDescriptor>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await ReadIndexAsync(cancellationToken)).All.DistinctBy(entry => entry.Digest)];

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>?> ListTagsAsync(Action<int>? onProgress, CancellationToken cancellationToken)
    {
        if (!_files.Has(IndexPath))
            return null;
        var tags = (await ReadIndexAsync(cancellationToken)).Tags;
        onProgress?.Invoke(tags.Count);
        return tags;
    }

    // Manifests inside an index are not named in index.json; they tell their type themselves.
    private async Task<OciDescriptor?> FindInnerAsync(string reference, CancellationToken cancellationToken)
    {
        if (!ImageGrammar.IsDigest(reference) || await ReadAsync(BlobPath(reference), cancellationToken, LargestManifest) is not { } content)
            return null;
        return ManifestParts.TypeOf(content) is { } type ? new OciDescriptor(type, reference, content.Length) : null;
    }

    private async Task<OciLayoutIndex> ReadIndexAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(IndexPath, cancellationToken) is not { } content)
            return new OciLayoutIndex(new JsonObject());
        try
        {
            return new OciLayoutIndex(JsonNode.Parse(content) as JsonObject ?? throw new JsonException("Not an object."));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw TaskFailedException.Usage(
                RegistryCodes.LayoutInvalid,
                $"'{IndexPath}' in '{Repository}' is not the index of an OCI image layout.",
                "Remove it, or name another place.");
        }
    }

    private async Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken, long longest = int.MaxValue)
    {
        await using var file = _files.Open(path);
        if (file is null || file.Length > longest)
            return null;
        var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }

    private TaskFailedException Missing(OciDescriptor blob) => TaskFailedException.External(
        RegistryCodes.ContentMissing, $"'{Repository}' has no content of {blob.Digest}.", "The image is not whole there: build it again.");

    private static string BlobPath(string digest) =>
        ImageGrammar.IsDigest(digest) && digest.Split(':') is [var algorithm, var hex]
            ? $"blobs/{algorithm}/{hex}"
            : throw TaskFailedException.Usage(RegistryCodes.LayoutInvalid, $"'{digest}' is not a digest.");
}
