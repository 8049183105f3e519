using System.Buffers.Binary;

namespace GitOpsTasks.Build.Archives.Compression;

/// <summary>The checksum of gzip (RFC 1952), eight bytes at a time.</summary>
internal sealed class Crc32
{
    private const int Lanes = 8;
    private static readonly uint[][] Tables = MakeTables();
    private uint _state = uint.MaxValue;

    /// <summary>The checksum of all that was added.</summary>
    public uint Value => ~_state;

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var state = _state;
        for (; bytes.Length >= Lanes; bytes = bytes[Lanes..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ state;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            state = Tables[7][low & 255] ^ Tables[6][(low >> 8) & 255] ^ Tables[5][(low >> 16) & 255] ^ Tables[4][low >> 24]
                ^ Tables[3][high & 255] ^ Tables[2][(high >> 8) & 255] ^ Tables[1][(high >> 16) & 255] ^ Tables[0][high >> 24];
        }

        foreach (var value in bytes)
            state = Tables[0][(state ^ value) & 255] ^ (state >> 8);
        _state = state;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[Lanes][];
        for (var lane = 0; lane < Lanes; lane++)
        {
            tables[lane] = new uint[256];
            for (var value = 0u; value < 256; value++)
                tables[lane][value] = lane == 0 ? Entry(value) : tables[0][tables[lane - 1][value] & 255] ^ (tables[lane - 1][value] >> 8);
        }

        return tables;
    }

    private static uint Entry(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
        return value;
    }
}
