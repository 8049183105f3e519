using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace GitOpsTasks.Build.Archives.Compression;

/// <summary>
/// Compresses what is written to it, a megabyte at a time and several of them at once. The bytes do not depend on how many,
/// on the machine, or on how it is written; memory does not depend on the length.
/// </summary>
/// <param name="output">Takes the file; not disposed.</param>
internal sealed class GzipStream(Stream output) : Stream
{
    private const int AtOnce = 8;
    private static readonly byte[] Head = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    private static readonly byte[] EmptyLastBlock = [3, 0];
    private static readonly ConcurrentBag<DeflateChunk> Spare = [];
    private readonly Queue<Task<(DeflateChunk Chunk, byte[] Piece, int Length)>> _running = new();
    private readonly Stack<byte[]> _sparePieces = new();
    private readonly Crc32 _crc = new();
    private byte[]? _piece;
    private int _filled;
    private long _length;

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _crc.Add(buffer.Span);
        while (buffer.Length > 0)
        {
            _piece ??= _sparePieces.TryPop(out var spare) ? spare : new byte[DeflateChunk.Largest];
            var taken = Math.Min(buffer.Length, _piece.Length - _filled);
            buffer[..taken].CopyTo(_piece.AsMemory(_filled));
            _filled += taken;
            buffer = buffer[taken..];
            if (_filled == _piece.Length)
                await BeginAsync(cancellationToken);
        }
    }

    /// <summary>Writes what is left, and the end of the file.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_filled > 0)
            await BeginAsync(cancellationToken);
        while (_running.Count > 0)
            await EndAsync(cancellationToken);
        if (_length == 0)
            await output.WriteAsync(Head, cancellationToken);
        var tail = new byte[EmptyLastBlock.Length + (2 * sizeof(uint))];
        EmptyLastBlock.CopyTo(tail, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(tail.AsSpan(2), _crc.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(tail.AsSpan(6), (uint)_length);
        await output.WriteAsync(tail, cancellationToken);
    }

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (_length == 0)
            await output.WriteAsync(Head, cancellationToken);
        if (_running.Count == AtOnce)
            await EndAsync(cancellationToken);
        var (piece, filled) = (_piece!, _filled);
        _running.Enqueue(Task.Run(
            () =>
            {
                var chunk = Spare.TryTake(out var spare) ? spare : new DeflateChunk();
                return (chunk, piece, chunk.Compress(piece.AsSpan(0, filled)));
            },
            CancellationToken.None));
        _length += filled;
        (_piece, _filled) = (null, 0);
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        var (chunk, piece, length) = await _running.Dequeue();
        await output.WriteAsync(chunk.Output.AsMemory(0, length), cancellationToken);
        Spare.Add(chunk);
        _sparePieces.Push(piece);
    }
}
