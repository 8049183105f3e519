using System.Globalization;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>
/// One repository in a registry, over the OCI distribution specification. Credentials are looked for when the registry
/// asks for them. Answers of 429 and 5xx and broken connections are tried again, a bounded number of times.
/// </summary>
public sealed class RegistryClient : IRegistry
{
    private readonly RegistryAddress _address;
    private readonly RegistryTransport _transport;
    private readonly RegistryBlobs _blobs;
    private readonly RegistryManifests _manifests;
    private readonly RegistryReferrers _referrers;
    private readonly TimeProvider _time;
    private readonly long? _largestPiece;
    private readonly RegistryRetry _retry;

    /// <summary>A client for one repository; nothing is sent yet.</summary>
    /// <param name="context">HTTP, clock, environment and programs.</param>
    /// <param name="repository">Such as <c>ghcr.io/acme/web</c>. Plain http is used for loopback hosts only.</param>
    /// <param name="isSource">Whether images only come from it, beside another that they go to: see <see cref="CredentialSource"/>.</param>
    /// <exception cref="TaskFailedException">GOT5101: the repository's name is not one.</exception>
    public RegistryClient(EngineContext context, string repository, bool isSource = false)
    {
        _address = RegistryAddress.Parse(repository);
        _time = context.Time;
        _largestPiece = PieceIn(context);
        _transport = new RegistryTransport(context, _address, isSource);
        _blobs = new RegistryBlobs(_transport, _address);
        _retry = new RegistryRetry(context.Time, _address);
        _manifests = new RegistryManifests(_transport, _address);
        _referrers = new RegistryReferrers(_transport, _address, _manifests, _retry);
    }

    /// <inheritdoc />
    public string Repository => _address.ToString();

    /// <inheritdoc />
    public Task<bool> HasBlobAsync(OciDescriptor blob, CancellationToken cancellationToken) =>
        _retry.RunAsync(token => _blobs.HasAsync(blob, token), cancellationToken);

    /// <inheritdoc />
    public Stream OpenBlob(OciDescriptor blob) =>
        new VerifiedStream(new BlobDownload(_blobs, blob, _retry, _time), blob, Repository);

    /// <inheritdoc />
    public async Task<bool> PushBlobAsync(OciBlob blob, CancellationToken cancellationToken)
    {
        var upload = new BlobUpload(_transport, _address, blob, _largestPiece);
        try
        {
            return await _retry.RunAsync(token => AttemptAsync(upload, blob, token), cancellationToken);
        }
        catch (TaskFailedException)
        {
            await upload.AbandonAsync(cancellationToken);
            throw;
        }
    }

    /// <inheritdoc />
    public Task<OciManifest?> GetManifestAsync(string reference, CancellationToken cancellationToken) =>
        _retry.RunAsync(token => _manifests.ReadAsync(reference, token), cancellationToken);

    /// <inheritdoc />
    public Task<OciDescriptor?> ResolveAsync(string reference, CancellationToken cancellationToken) =>
        _retry.RunAsync(token => _manifests.HeadAsync(reference, token), cancellationToken);

    /// <inheritdoc />
    public async Task<bool> PushManifestAsync(OciManifest manifest, string reference, CancellationToken cancellationToken)
    {
        var digest = manifest.Descriptor.Digest;
        var subject = ManifestParts.Of(manifest).Subject?.Digest;
        if ((await ResolveAsync(reference, cancellationToken))?.Digest == digest)
        {
            if (subject is not null)
                await _referrers.EnsureAsync(subject, manifest, cancellationToken);
            return false;
        }

        var isListed = await _retry.RunAsync(token => _manifests.PutAsync(manifest, reference, token), cancellationToken);
        var served = await ResolveAsync(reference, cancellationToken);
        if (served?.Digest != digest)
            throw _manifests.Mismatch(reference, digest, served?.Digest);
        if (subject is not null && !isListed)
            await _referrers.EnsureAsync(subject, manifest, cancellationToken);
        return true;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<OciDescriptor>> ListReferrersAsync(string digest, CancellationToken cancellationToken) =>
        _referrers.ListAsync(digest, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>?> ListTagsAsync(Action<int>? onProgress, CancellationToken cancellationToken) =>
        new RegistryTags(_transport, _address, _retry).ListAsync(onProgress, cancellationToken);

    // Where the reply to an attempt was lost, the blob is found to be there.
    private async Task<bool> AttemptAsync(BlobUpload upload, OciBlob blob, CancellationToken cancellationToken)
    {
        if (await _blobs.HasAsync(blob.Descriptor, cancellationToken))
            return upload.WasTried;
        await upload.AttemptAsync(cancellationToken);
        return true;
    }

    private static long? PieceIn(EngineContext context) =>
        long.TryParse(context.Environment["GITOPS_REGISTRY_CHUNK_BYTES"], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0
            ? bytes
            : null;
}
