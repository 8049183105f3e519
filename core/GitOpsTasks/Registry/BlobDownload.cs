using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>
/// A blob that is fetched from a registry while it is read. It is asked for at the first read; where the connection breaks,
/// the rest is asked for.
/// </summary>
/// <param name="blobs">The repository's blobs.</param>
/// <param name="blob">Which one.</param>
/// <param name="retry">Repeats what may pass.</param>
/// <param name="time">Clock.</param>
internal sealed class BlobDownload(RegistryBlobs blobs, OciDescriptor blob, RegistryRetry retry, TimeProvider time) : ForwardStream
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);
    private Stream? _content;
    private long _position;

    /// <inheritdoc />
    /// <exception cref="TaskFailedException">It is not there, or the registry failed, also after retries.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0 || _position >= blob.Size)
            return 0;
        var read = await retry.RunAsync(token => AttemptAsync(buffer, token), cancellationToken);
        _position += read;
        return read;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content?.Dispose();
        base.Dispose(disposing);
    }

    private async Task<int> AttemptAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        _content ??= await blobs.OpenAsync(blob, _position, cancellationToken);
        using var timer = new CancellationTokenSource(LongestSilence, time);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            if (await _content.ReadAsync(buffer, deadline.Token) is var read and > 0)
                return read;
        }
        catch (Exception e) when (e is IOException or HttpRequestException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw await BrokenAsync(e);
        }

        throw await BrokenAsync(null);
    }

    private async Task<TransientFailureException> BrokenAsync(Exception? reason)
    {
        await _content!.DisposeAsync();
        _content = null;
        return new TransientFailureException($"the connection broke after {_position} of {blob.Size} bytes of a blob", inner: reason);
    }
}
