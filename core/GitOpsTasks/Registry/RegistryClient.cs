using System.Net;
using System.Net.Http.Headers;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>
/// One repository in a registry, over the OCI distribution specification. Credentials are looked for when the registry
/// asks for them. Answers of 429 and 5xx and broken connections are tried again, a bounded number of times.
/// </summary>
public sealed class RegistryClient : IRegistry
{
    private const string DigestHeader = "Docker-Content-Digest";
    private readonly RegistryAddress _address;
    private readonly RegistryTransport _transport;
    private readonly RegistryBlobs _blobs;
    private readonly RegistryRetry _retry;

    /// <summary>A client for one repository; nothing is sent yet.</summary>
    /// <param name="context">HTTP, clock, environment and programs.</param>
    /// <param name="repository">Such as <c>ghcr.io/acme/web</c>. Plain http is used for loopback hosts only.</param>
    /// <exception cref="TaskFailedException">GOT5101: the repository's name is not one.</exception>
    public RegistryClient(EngineContext context, string repository)
    {
        _address = RegistryAddress.Parse(repository);
        _transport = new RegistryTransport(context, _address);
        _blobs = new RegistryBlobs(_transport, _address);
        _retry = new RegistryRetry(context.Time, _address);
    }

    /// <inheritdoc />
    public string Repository => _address.ToString();

    /// <inheritdoc />
    public Task<bool> HasBlobAsync(OciDescriptor blob, CancellationToken cancellationToken) =>
        _retry.RunAsync(token => _blobs.HasAsync(blob, token), cancellationToken);

    /// <inheritdoc />
    public Task<bool> PushBlobAsync(OciBlob blob, CancellationToken cancellationToken)
    {
        // An upload is repeated from its start: where the reply to it was lost, the blob is found to be there.
        var wasSent = false;
        return _retry.RunAsync(
            async token =>
            {
                if (await _blobs.HasAsync(blob.Descriptor, token))
                    return wasSent;
                wasSent = true;
                await _blobs.UploadAsync(blob, token);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public Task<OciManifest?> GetManifestAsync(string reference, CancellationToken cancellationToken) =>
        _retry.RunAsync(token => ReadManifestAsync(reference, token), cancellationToken);

    /// <inheritdoc />
    public Task<OciDescriptor?> ResolveAsync(string reference, CancellationToken cancellationToken) =>
        _retry.RunAsync(token => HeadManifestAsync(reference, token), cancellationToken);

    /// <inheritdoc />
    public async Task<bool> PushManifestAsync(OciManifest manifest, string reference, CancellationToken cancellationToken)
    {
        var digest = manifest.Descriptor.Digest;
        if ((await ResolveAsync(reference, cancellationToken))?.Digest == digest)
            return false;
        await _retry.RunAsync(token => PutManifestAsync(manifest, reference, token), cancellationToken);
        var served = await ResolveAsync(reference, cancellationToken);
        return served?.Digest == digest ? true : throw Mismatch(reference, digest, served?.Digest);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>?> ListTagsAsync(Action<int>? onProgress, CancellationToken cancellationToken) =>
        new RegistryTags(_transport, _address, _retry).ListAsync(onProgress, cancellationToken);

    private async Task<OciDescriptor?> HeadManifestAsync(string reference, CancellationToken cancellationToken)
    {
        using var response = await SendForManifestAsync(HttpMethod.Head, reference, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        if (DigestOf(response) is { } digest && response.Content.Headers is { ContentType.MediaType: { } type, ContentLength: { } size })
            return new OciDescriptor(type, digest, size);
        return (await ReadManifestAsync(reference, cancellationToken))?.Descriptor;
    }

    private async Task<OciManifest?> ReadManifestAsync(string reference, CancellationToken cancellationToken)
    {
        using var response = await SendForManifestAsync(HttpMethod.Get, reference, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var type = response.Content.Headers.ContentType?.MediaType ?? throw RegistryAnswer.Unexpected(_address, "gave a manifest without its type");
        var manifest = OciManifest.FromBytes(type, content);
        var expected = OciDigest.Hex(reference) is null ? DigestOf(response) : reference;
        return expected is null || expected == manifest.Descriptor.Digest
            ? manifest
            : throw Mismatch(reference, expected, manifest.Descriptor.Digest);
    }

    private async Task<HttpResponseMessage> SendForManifestAsync(
        HttpMethod method, string reference, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(method, _address.Endpoint($"manifests/{reference}")) { AcceptsManifests = true };
        var response = await _transport.SendAsync(request, cancellationToken);
        RegistryAnswer.Require(response, _address, $"show '{reference}'", HttpStatusCode.OK, HttpStatusCode.NotFound);
        return response;
    }

    private async Task<bool> PutManifestAsync(OciManifest manifest, string reference, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Put, _address.Endpoint($"manifests/{reference}"))
        {
            Content = () => new ReadOnlyMemoryContent(manifest.Content)
            {
                Headers = { ContentType = new MediaTypeHeaderValue(manifest.Descriptor.MediaType) },
            },
        };
        using var response = await _transport.SendAsync(request, cancellationToken);
        RegistryAnswer.Require(response, _address, $"store '{reference}'", HttpStatusCode.Created, HttpStatusCode.OK);
        var digest = manifest.Descriptor.Digest;
        return DigestOf(response) is { } stored && stored != digest ? throw Mismatch(reference, digest, stored) : true;
    }

    private static string? DigestOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues(DigestHeader, out var values) ? values.First() : null;

    private TaskFailedException Mismatch(string reference, string expected, string? served) => TaskFailedException.External(
        RegistryCodes.DigestMismatch,
        $"'{_address}' serves {served ?? "nothing"} under '{reference}', not {expected}.",
        "Another job may have pushed the same tag; otherwise the registry changes what it is given. Do not deploy this tag.");
}
