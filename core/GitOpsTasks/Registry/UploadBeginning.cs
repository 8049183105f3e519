using System.Globalization;
using System.Net;

namespace GitOpsTasks.Registry;

/// <summary>Begins to upload a blob, or has the registry take it over from another of its repositories.</summary>
internal sealed class UploadBeginning(RegistryTransport transport, RegistryAddress address, OciBlob blob)
{
    private string? _source = SourceOf(blob, address);

    /// <summary>The fewest bytes that a piece but the last must have.</summary>
    public long SmallestPiece { get; private set; }

    /// <summary>Asks for an upload.</summary>
    /// <returns>Where to send the blob; null where it is there now without being sent.</returns>
    public async Task<Uri?> BeginAsync(CancellationToken cancellationToken)
    {
        if (_source is { } source)
        {
            transport.WishToPull(source);
            var mount = address.Endpoint(
                $"blobs/uploads/?mount={Uri.EscapeDataString(blob.Descriptor.Digest)}&from={Uri.EscapeDataString(source)}");
            using var answer = await PostAsync(mount, cancellationToken);
            if (answer.StatusCode == HttpStatusCode.Created)
                return null;
            _source = null;
            if (answer.StatusCode == HttpStatusCode.Accepted)
                return LocationIn(answer, mount);
        }

        var uri = address.Endpoint("blobs/uploads/");
        using var response = await PostAsync(uri, cancellationToken);
        RegistryAnswer.Require(response, address, "take a layer", HttpStatusCode.Accepted);
        return LocationIn(response, uri);
    }

    private Task<HttpResponseMessage> PostAsync(Uri uri, CancellationToken cancellationToken) => transport.SendAsync(
        new RegistryRequest(HttpMethod.Post, uri) { Content = () => new ByteArrayContent([]) }, cancellationToken);

    private Uri LocationIn(HttpResponseMessage response, Uri uri)
    {
        if (response.Headers.TryGetValues("OCI-Chunk-Min-Length", out var values)
            && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var smallest))
            SmallestPiece = smallest;
        return response.Headers.Location is { } location
            ? transport.Follow(uri, location)
            : throw RegistryAnswer.Unexpected(address, "gave no address to upload to");
    }

    private static string? SourceOf(OciBlob blob, RegistryAddress address)
    {
        if (blob.MountFrom is not { } repository)
            return null;
        var source = RegistryAddress.Parse(repository);
        return source.Host == address.Host && source.Name != address.Name ? source.Name : null;
    }
}
