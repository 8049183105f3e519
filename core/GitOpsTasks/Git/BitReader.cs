namespace GitOpsTasks.Git;

/// <summary>Bits of a DEFLATE stream, the lowest of each byte first.</summary>
/// <param name="bytes">The stream, and whatever follows it.</param>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _buffer;
    private int _count;

    /// <summary>How many bytes were begun.</summary>
    public int Position { get; private set; }

    /// <summary>The next bits as a number; at most 16.</summary>
    /// <exception cref="InvalidDataException">The stream ends before.</exception>
    public int Take(int count)
    {
        while (_count < count)
        {
            if (Position == _bytes.Length)
                throw new InvalidDataException("The compressed data is cut off.");
            _buffer |= _bytes[Position++] << _count;
            _count += 8;
        }

        var value = _buffer & ((1 << count) - 1);
        _buffer >>= count;
        _count -= count;
        return value;
    }

    /// <summary>Goes on at the next whole byte.</summary>
    public void SkipToByte() => _buffer = _count = 0;

    /// <summary>The next whole bytes.</summary>
    /// <exception cref="InvalidDataException">The stream ends before.</exception>
    public ReadOnlySpan<byte> TakeBytes(int length)
    {
        if (length > _bytes.Length - Position)
            throw new InvalidDataException("The compressed data is cut off.");
        Position += length;
        return _bytes.Slice(Position - length, length);
    }
}
