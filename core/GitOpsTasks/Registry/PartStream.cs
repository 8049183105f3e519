namespace GitOpsTasks.Registry;

/// <summary>A part of a file.</summary>
/// <param name="file">The file, at the part's start; disposed with this stream.</param>
/// <param name="length">The part's length in bytes.</param>
internal sealed class PartStream(FileStream file, long length) : ForwardStream
{
    private long _position;

    /// <inheritdoc />
    public override long Length => length;

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await file.ReadAsync(buffer[..(int)Math.Min(buffer.Length, length - _position)], cancellationToken);
        _position += read;
        return read;
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = file.Read(buffer, offset, (int)Math.Min(count, length - _position));
        _position += read;
        return read;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }
}
