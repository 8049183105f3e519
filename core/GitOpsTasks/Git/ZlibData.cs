namespace GitOpsTasks.Git;

/// <summary>
/// Inflates a zlib stream (RFC 1950, 1951) and tells where it ends, which .NET's streams do not: objects of a pack follow
/// each other with nothing but their ends between them.
/// </summary>
internal static class ZlibData
{
    private const int HeaderLength = 2;
    private const int ChecksumLength = 4;
    private const int EndOfBlock = 256;

    private static readonly int[] s_lengthBase =
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    private static readonly int[] s_lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

    private static readonly int[] s_distanceBase =
    [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
    ];

    private static readonly int[] s_lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private static readonly HuffmanCode s_fixedLiterals = new(FixedLengths());
    private static readonly HuffmanCode s_fixedDistances = new(Enumerable.Repeat((byte)5, 30).ToArray());

    /// <summary>Inflates exactly as many bytes as fit. The checksum is left to the object's id.</summary>
    /// <param name="compressed">Begins with the stream; anything may follow.</param>
    /// <param name="output">Where they go.</param>
    /// <returns>How many bytes the stream took.</returns>
    /// <exception cref="InvalidDataException">It is damaged, cut off, or inflates to another length.</exception>
    public static int Inflate(ReadOnlySpan<byte> compressed, Span<byte> output)
    {
        if (compressed.Length < HeaderLength + ChecksumLength || (compressed[0] & 0x0F) != 8)
            throw new InvalidDataException("It is not compressed with zlib.");
        var bits = new BitReader(compressed[HeaderLength..]);
        var written = 0;
        bool last;
        do
        {
            last = bits.Take(1) == 1;
            written = bits.Take(2) switch
            {
                0 => CopyStored(ref bits, output, written),
                1 => InflateBlock(ref bits, s_fixedLiterals, s_fixedDistances, output, written),
                2 => InflateDynamic(ref bits, output, written),
                _ => throw new InvalidDataException("A block of an unknown kind."),
            };
        }
        while (!last);
        var end = HeaderLength + bits.Position + ChecksumLength;
        return written == output.Length && end <= compressed.Length ? end : throw new InvalidDataException("It inflates to another length.");
    }

    private static int CopyStored(ref BitReader bits, Span<byte> output, int written)
    {
        bits.SkipToByte();
        var length = bits.Take(16);
        if (bits.Take(16) != (length ^ 0xFFFF) || length > output.Length - written)
            throw new InvalidDataException("A stored block of a wrong length.");
        bits.TakeBytes(length).CopyTo(output[written..]);
        return written + length;
    }

    private static int InflateDynamic(ref BitReader bits, Span<byte> output, int written)
    {
        var literals = bits.Take(5) + 257;
        var distances = bits.Take(5) + 1;
        var count = bits.Take(4) + 4;
        Span<byte> lengths = stackalloc byte[19];
        lengths.Clear();
        for (var i = 0; i < count; i++)
            lengths[s_lengthOrder[i]] = (byte)bits.Take(3);
        var all = ReadLengths(ref bits, new HuffmanCode(lengths), literals + distances);
        return InflateBlock(ref bits, new HuffmanCode(all.AsSpan(0, literals)), new HuffmanCode(all.AsSpan(literals)), output, written);
    }

    private static byte[] ReadLengths(ref BitReader bits, HuffmanCode code, int count)
    {
        var lengths = new byte[count];
        for (var at = 0; at < count;)
        {
            var symbol = code.Read(ref bits);
            var (value, times) = symbol switch
            {
                < 16 => ((byte)symbol, 1),
                16 => (at > 0 ? lengths[at - 1] : throw new InvalidDataException("Nothing to repeat."), 3 + bits.Take(2)),
                17 => ((byte)0, 3 + bits.Take(3)),
                _ => ((byte)0, 11 + bits.Take(7)),
            };
            if (times > count - at)
                throw new InvalidDataException("Too many lengths of codes.");
            lengths.AsSpan(at, times).Fill(value);
            at += times;
        }

        return lengths;
    }

    private static int InflateBlock(ref BitReader bits, HuffmanCode literals, HuffmanCode distances, Span<byte> output, int written)
    {
        while (true)
        {
            var symbol = literals.Read(ref bits);
            if (symbol == EndOfBlock)
                return written;
            if (symbol < EndOfBlock)
            {
                if (written == output.Length)
                    throw new InvalidDataException("It inflates to more than it should.");
                output[written++] = (byte)symbol;
                continue;
            }

            var kind = symbol - EndOfBlock - 1;
            if (kind >= s_lengthBase.Length)
                throw new InvalidDataException("A length that is not defined.");
            var length = s_lengthBase[kind] + bits.Take(s_lengthBits[kind]);
            kind = distances.Read(ref bits);
            if (kind >= s_distanceBase.Length)
                throw new InvalidDataException("A distance that is not defined.");
            var distance = s_distanceBase[kind] + bits.Take(Math.Max(0, (kind / 2) - 1));
            if (distance > written || length > output.Length - written)
                throw new InvalidDataException("A repetition of what is not there.");
            for (var end = written + length; written < end; written++)
                output[written] = output[written - distance];
        }
    }

    private static byte[] FixedLengths()
    {
        var lengths = new byte[288];
        lengths.AsSpan(0, 144).Fill(8);
        lengths.AsSpan(144, 112).Fill(9);
        lengths.AsSpan(256, 24).Fill(7);
        lengths.AsSpan(280, 8).Fill(8);
        return lengths;
    }
}
