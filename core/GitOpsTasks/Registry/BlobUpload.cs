using System.Globalization;
using System.Net;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>
/// One blob on its way into a registry. It goes in one piece; in several where the registry or a proxy before it takes no
/// request of that size. What the registry keeps of a broken attempt, the next one does not send again.
/// </summary>
/// <param name="transport">Sends requests.</param>
/// <param name="address">The repository.</param>
/// <param name="blob">The blob.</param>
/// <param name="largestPiece">How many bytes go in one request; null for all.</param>
internal sealed class BlobUpload(RegistryTransport transport, RegistryAddress address, OciBlob blob, long? largestPiece)
{
    private const long SlowestBytesPerSecond = 100_000;
    private const long DefaultPiece = 16 * 1024 * 1024;
    private readonly long _size = blob.Descriptor.Size;
    private readonly UploadBeginning _beginning = new(transport, address, blob);
    private long? _largestPiece = largestPiece;
    private Uri? _location;

    /// <summary>Whether an attempt was made.</summary>
    public bool WasTried { get; private set; }

    /// <summary>Makes one attempt to bring it there.</summary>
    /// <exception cref="TransientFailureException">Another attempt may succeed.</exception>
    /// <exception cref="TaskFailedException">The registry does not take it.</exception>
    public async Task AttemptAsync(CancellationToken cancellationToken)
    {
        WasTried = true;
        var offset = await KeptAsync(cancellationToken);
        if (_location is null && (_location = await _beginning.BeginAsync(cancellationToken)) is null)
            return;
        var piece = _largestPiece is { } largest ? Math.Max(largest, _beginning.SmallestPiece) : long.MaxValue;
        while (_size - offset > piece)
            offset = await PatchAsync(offset, piece, cancellationToken);
        if (await PutAsync(offset, cancellationToken))
            return;
        _largestPiece = DefaultPiece;
        _location = null;
        await AttemptAsync(cancellationToken);
    }

    /// <summary>Has the registry forget an upload that does not go on, if it can be told.</summary>
    public async Task AbandonAsync(CancellationToken cancellationToken)
    {
        if (_location is null)
            return;
        try
        {
            using var response = await transport.SendAsync(new RegistryRequest(HttpMethod.Delete, _location), cancellationToken);
        }
        catch (Exception e) when (e is TransientFailureException or TaskFailedException)
        {
            // It forgets by itself after some days.
        }
    }

    // How much the registry has of an attempt that broke. "0-0" may mean one byte or none: such an upload is begun anew.
    private async Task<long> KeptAsync(CancellationToken cancellationToken)
    {
        if (_location is null)
            return 0;
        using var response = await transport.SendAsync(new RegistryRequest(HttpMethod.Get, _location), cancellationToken);
        if (response.IsSuccessStatusCode && LastByte(response) is { } last and > 0 && last < _size)
        {
            Follow(response);
            return last + 1;
        }

        _location = null;
        return 0;
    }

    private async Task<long> PatchAsync(long offset, long length, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Patch, _location!, offset, length, tellsRange: true, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.RequestedRangeNotSatisfiable)
            throw new TransientFailureException("it lost track of an upload");
        RegistryAnswer.Require(response, address, "store a part of a layer", HttpStatusCode.Accepted, HttpStatusCode.NoContent, HttpStatusCode.Created);
        Follow(response);
        return LastByte(response) is { } last && last < _size ? last + 1 : offset + length;
    }

    // False where the request was too large and there are smaller ones to send.
    private async Task<bool> PutAsync(long offset, CancellationToken cancellationToken)
    {
        var query = $"{_location!.Query.TrimStart('?')}&digest={Uri.EscapeDataString(blob.Descriptor.Digest)}".TrimStart('&');
        var uri = new UriBuilder(_location) { Query = query }.Uri;
        using var response = await SendAsync(HttpMethod.Put, uri, offset, _size - offset, tellsRange: offset > 0, cancellationToken);
        if (response.StatusCode == HttpStatusCode.RequestEntityTooLarge && _largestPiece is null && _size > DefaultPiece)
            return false;
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.RequestedRangeNotSatisfiable)
            throw new TransientFailureException("it forgot an upload it had begun");
        if (RegistryAnswer.Codes(response).Contains("DIGEST_INVALID"))
            throw WrongContent();
        RegistryAnswer.Require(response, address, "store a layer", HttpStatusCode.Created, HttpStatusCode.NoContent);
        _location = null;
        return true;
    }

    private Task<HttpResponseMessage> SendAsync(
        HttpMethod method, Uri uri, long offset, long length, bool tellsRange, CancellationToken cancellationToken) =>
        transport.SendAsync(
            new RegistryRequest(method, uri)
            {
                Content = () => new BlobBody(blob, offset, length, tellsRange),
                Deadline = TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(length / SlowestBytesPerSecond),
            },
            cancellationToken);

    private void Follow(HttpResponseMessage response)
    {
        if (response.Headers.Location is { } location)
            _location = transport.Follow(_location!, location);
    }

    // "0-1023", in some registries "bytes=0-1023".
    private static long? LastByte(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Range", out var values)
        && long.TryParse(values.First().Split('-')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? last
            : null;

    private TaskFailedException WrongContent() => TaskFailedException.External(
        RegistryCodes.ContentDigestWrong,
        $"The registry of '{address}' got other content than {blob.Descriptor.Digest}.",
        "It was changed on its way, or its file was written to meanwhile: build and push again.");
}
