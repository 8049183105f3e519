using System.Net;
using System.Net.Http.Headers;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>The manifests of a repository in a registry, each call one attempt.</summary>
internal sealed class RegistryManifests(RegistryTransport transport, RegistryAddress address)
{
    private const string DigestHeader = "Docker-Content-Digest";

    /// <summary>What a tag or digest names; null where there is none.</summary>
    public async Task<OciDescriptor?> HeadAsync(string reference, CancellationToken cancellationToken)
    {
        using var response = await AskAsync(HttpMethod.Head, reference, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        if (DigestOf(response) is { } digest && response.Content.Headers is { ContentType.MediaType: { } type, ContentLength: { } size })
            return new OciDescriptor(type, digest, size);
        return (await ReadAsync(reference, cancellationToken))?.Descriptor;
    }

    /// <summary>Reads a manifest and holds it against its digest; null where there is none.</summary>
    /// <exception cref="TaskFailedException">GOT5106: it is not of its digest.</exception>
    public async Task<OciManifest?> ReadAsync(string reference, CancellationToken cancellationToken)
    {
        using var response = await AskAsync(HttpMethod.Get, reference, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var type = response.Content.Headers.ContentType?.MediaType ?? throw RegistryAnswer.Unexpected(address, "gave a manifest without its type");
        var manifest = OciManifest.FromBytes(type, content);
        var expected = OciDigest.Hex(reference) is null ? DigestOf(response) : reference;
        return expected is null || expected == manifest.Descriptor.Digest
            ? manifest
            : throw Mismatch(reference, expected, manifest.Descriptor.Digest);
    }

    /// <summary>Stores a manifest under a tag or its digest.</summary>
    /// <returns>Whether the registry says that it lists it among the referrers of its subject.</returns>
    public async Task<bool> PutAsync(OciManifest manifest, string reference, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Put, address.Endpoint($"manifests/{reference}"))
        {
            Content = () => new ReadOnlyMemoryContent(manifest.Content)
            {
                Headers = { ContentType = new MediaTypeHeaderValue(manifest.Descriptor.MediaType) },
            },
        };
        using var response = await transport.SendAsync(request, cancellationToken);
        RegistryAnswer.Require(response, address, $"store '{reference}'", HttpStatusCode.Created, HttpStatusCode.OK);
        var digest = manifest.Descriptor.Digest;
        if (DigestOf(response) is { } stored && stored != digest)
            throw Mismatch(reference, digest, stored);
        return response.Headers.Contains("OCI-Subject");
    }

    /// <summary>Another digest is served than should be.</summary>
    public TaskFailedException Mismatch(string reference, string expected, string? served) => TaskFailedException.External(
        RegistryCodes.DigestMismatch,
        $"'{address}' serves {served ?? "nothing"} under '{reference}', not {expected}.",
        "Another job may have pushed the same tag; otherwise the registry changes what it is given. Do not deploy this tag.");

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string reference, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(method, address.Endpoint($"manifests/{reference}")) { AcceptsManifests = true };
        var response = await transport.SendAsync(request, cancellationToken);
        RegistryAnswer.Require(response, address, $"show '{reference}'", HttpStatusCode.OK, HttpStatusCode.NotFound);
        return response;
    }

    private static string? DigestOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues(DigestHeader, out var values) ? values.First() : null;
}
