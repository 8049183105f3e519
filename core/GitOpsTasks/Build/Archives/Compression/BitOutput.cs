using System.Buffers.Binary;

namespace GitOpsTasks.Build.Archives.Compression;

/// <summary>Writes numbers of some bits each, the lowest bit first, as RFC 1951 packs them.</summary>
/// <param name="buffer">Takes them; must be long enough.</param>
internal sealed class BitOutput(byte[] buffer)
{
    private const int Word = 32;
    private ulong _bits;
    private int _count;

    /// <summary>How many whole bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>Begins at the buffer's start again.</summary>
    public void Reset() => (_bits, _count, Length) = (0, 0, 0);

    /// <summary>Writes the lowest bits of a number.</summary>
    /// <param name="value">The number; the bits above are 0.</param>
    /// <param name="count">How many bits, at most 32.</param>
    public void Write(uint value, int count)
    {
        _bits |= (ulong)value << _count;
        _count += count;
        if (_count < Word)
            return;
        BinaryPrimitives.WriteUInt32LittleEndian(buffer.AsSpan(Length), (uint)_bits);
        Length += sizeof(uint);
        _bits >>= Word;
        _count -= Word;
    }

    /// <summary>Fills up the byte that was begun.</summary>
    public void Align()
    {
        for (; _count > 0; _count -= 8)
        {
            buffer[Length++] = (byte)_bits;
            _bits >>= 8;
        }

        (_bits, _count) = (0, 0);
    }

    /// <summary>Writes whole bytes; only after <see cref="Align"/>.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer.AsSpan(Length));
        Length += bytes.Length;
    }
}
