namespace GitOpsTasks.Registry;

/// <summary>Passes a stream on and tells how far it was read.</summary>
/// <param name="inner">The stream; disposed with this one.</param>
/// <param name="onRead">Told the position after each read.</param>
internal sealed class WatchedStream(Stream inner, Action<long> onRead) : ForwardStream
{
    private long _position;

    /// <inheritdoc />
    public override bool CanSeek => inner.CanSeek;

    /// <inheritdoc />
    public override long Position
    {
        get => _position;
        set => inner.Position = _position = value;
    }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        _position += read;
        onRead(_position);
        return read;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
