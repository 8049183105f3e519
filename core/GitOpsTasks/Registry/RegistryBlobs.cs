using System.Net;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>The blobs of a repository in a registry, each call one attempt.</summary>
internal sealed class RegistryBlobs(RegistryTransport transport, RegistryAddress address)
{
    /// <summary>Whether a blob is there.</summary>
    public async Task<bool> HasAsync(OciDescriptor blob, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Head, address.Endpoint($"blobs/{blob.Digest}"));
        using var response = await transport.SendAsync(request, cancellationToken);
        RegistryAnswer.Require(response, address, "look for a layer", HttpStatusCode.OK, HttpStatusCode.NotFound);
        return response.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>Opens a blob at an offset.</summary>
    /// <exception cref="TaskFailedException">GOT5111: it is not there.</exception>
    public async Task<Stream> OpenAsync(OciDescriptor blob, long offset, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Get, address.Endpoint($"blobs/{blob.Digest}"))
        {
            From = offset > 0 ? offset : null,
            IsStreamed = true,
        };
        var response = await transport.SendAsync(request, cancellationToken);
        try
        {
            if (response.StatusCode == HttpStatusCode.NotFound)
                throw Missing(blob);
            RegistryAnswer.Require(response, address, "give a layer", HttpStatusCode.OK, HttpStatusCode.PartialContent);
            var content = await response.Content.ReadAsStreamAsync(cancellationToken);
            if (offset > 0 && response.StatusCode == HttpStatusCode.OK)
                await SkipAsync(content, offset, cancellationToken);
            return content;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // Not all registries give a part of a blob; what is known already is read over then.
    private static async Task SkipAsync(Stream content, long length, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            for (var rest = length; rest > 0;)
            {
                var read = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(rest, buffer.Length)), cancellationToken);
                if (read == 0)
                    throw new TransientFailureException("the connection broke again");
                rest -= read;
            }
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new TransientFailureException("the connection broke again", inner: e);
        }
    }

    private TaskFailedException Missing(OciDescriptor blob) => TaskFailedException.External(
        RegistryCodes.ContentMissing,
        $"'{address}' has no content of {blob.Digest}.",
        "The image is not whole there: push it again.");
}
