using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>A part of a blob as the body of a request, read from the blob's source while it is sent.</summary>
internal sealed class BlobBody : HttpContent
{
    private const int BufferSize = 128 * 1024;
    private readonly OciBlob _blob;
    private readonly long _offset;
    private readonly long _length;

    /// <summary>A part of a blob.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="offset">Where the part begins.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="tellsRange">Whether a Content-Range header says which part it is, in the specification's form without a unit.</param>
    public BlobBody(OciBlob blob, long offset, long length, bool tellsRange)
    {
        (_blob, _offset, _length) = (blob, offset, length);
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        Headers.ContentLength = length;
        if (tellsRange && length > 0)
            Headers.TryAddWithoutValidation("Content-Range", $"{offset}-{offset + length - 1}");
    }

    /// <inheritdoc />
    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    /// <inheritdoc />
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc />
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using var content = _blob.Open();
            await SkipAsync(content, buffer, cancellationToken);
            for (var rest = _length; rest > 0;)
            {
                var read = await ReadAsync(content, buffer.AsMemory(0, (int)Math.Min(rest, buffer.Length)), cancellationToken);
                await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                rest -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task SkipAsync(Stream content, byte[] buffer, CancellationToken cancellationToken)
    {
        if (content.CanSeek)
        {
            content.Position = _offset;
            return;
        }

        for (var rest = _offset; rest > 0;)
            rest -= await ReadAsync(content, buffer.AsMemory(0, (int)Math.Min(rest, buffer.Length)), cancellationToken);
    }

    private async Task<int> ReadAsync(Stream content, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            if (await content.ReadAsync(buffer, cancellationToken) is var read and > 0)
                return read;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(e.Message);
        }

        throw Unreadable("it is shorter than it was");
    }

    // Not an IOException, which would be taken for a broken connection and tried again.
    private TaskFailedException Unreadable(string why) => TaskFailedException.External(
        RegistryCodes.ContentMissing,
        $"The content of {_blob.Descriptor.Digest} cannot be read: {why}.",
        "See that nothing writes to it while it is pushed, and build it again.");
}
