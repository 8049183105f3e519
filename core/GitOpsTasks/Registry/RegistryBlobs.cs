using System.Net;
using System.Net.Http.Headers;

namespace GitOpsTasks.Registry;

/// <summary>The blobs of a repository in a registry, each call one attempt.</summary>
internal sealed class RegistryBlobs(RegistryTransport transport, RegistryAddress address)
{
    private const long SlowestBytesPerSecond = 100_000;

    /// <summary>Whether a blob is there.</summary>
    public async Task<bool> HasAsync(OciDescriptor blob, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Head, address.Endpoint($"blobs/{blob.Digest}"));
        using var response = await transport.SendAsync(request, cancellationToken);
        RegistryAnswer.Require(response, address, "look for a layer", HttpStatusCode.OK, HttpStatusCode.NotFound);
        return response.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>Uploads a blob from its start.</summary>
    /// <exception cref="TransientFailureException">It may be tried again, from its start.</exception>
    public async Task UploadAsync(OciBlob blob, CancellationToken cancellationToken) =>
        await PutAsync(await BeginAsync(cancellationToken), blob, cancellationToken);

    private async Task<Uri> BeginAsync(CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Post, address.Endpoint("blobs/uploads/"))
        {
            Content = () => new ByteArrayContent([]),
        };
        using var response = await transport.SendAsync(request, cancellationToken);
        RegistryAnswer.Require(response, address, "take a layer", HttpStatusCode.Accepted);
        return response.Headers.Location is { } location
            ? transport.Follow(request.Uri, location)
            : throw RegistryAnswer.Unexpected(address, "gave no address to upload to");
    }

    private async Task PutAsync(Uri location, OciBlob blob, CancellationToken cancellationToken)
    {
        var (_, digest, size) = blob.Descriptor;
        var query = $"{location.Query.TrimStart('?')}&digest={Uri.EscapeDataString(digest)}".TrimStart('&');
        var request = new RegistryRequest(HttpMethod.Put, new UriBuilder(location) { Query = query }.Uri)
        {
            Content = () => BodyOf(blob),
            Deadline = TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(size / SlowestBytesPerSecond),
        };
        using var response = await transport.SendAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound)
            throw new TransientFailureException("it forgot an upload it had begun");
        RegistryAnswer.Require(response, address, "store a layer", HttpStatusCode.Created, HttpStatusCode.NoContent);
    }

    private static StreamContent BodyOf(OciBlob blob)
    {
        var content = new StreamContent(blob.Open());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Headers.ContentLength = blob.Descriptor.Size;
        return content;
    }
}
