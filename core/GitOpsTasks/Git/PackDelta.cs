namespace GitOpsTasks.Git;

/// <summary>A delta of a pack: instructions that make an object of another one (gitformat-pack, "Deltified representation").</summary>
internal static class PackDelta
{
    private const int WholeBlock = 0x10000;

    /// <summary>The object that a delta makes of its base.</summary>
    /// <exception cref="InvalidDataException">It does not fit the base, or is damaged.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> @base, ReadOnlySpan<byte> delta)
    {
        var at = 0;
        if (Size(delta, ref at) != @base.Length)
            throw new InvalidDataException("A delta for another object.");
        var result = new byte[Size(delta, ref at)];
        var written = 0;
        while (at < delta.Length)
        {
            var code = delta[at++];
            ReadOnlySpan<byte> piece;
            if ((code & 0x80) == 0)
            {
                piece = Slice(delta, at, code);
                at += code;
            }
            else
            {
                var offset = Number(delta, ref at, code, 4);
                var length = Number(delta, ref at, code >> 4, 3);
                piece = Slice(@base, offset, length == 0 ? WholeBlock : length);
            }

            if (piece.IsEmpty || piece.Length > result.Length - written)
                throw new InvalidDataException("A delta that makes too much.");
            piece.CopyTo(result.AsSpan(written));
            written += piece.Length;
        }

        return written == result.Length ? result : throw new InvalidDataException("A delta that makes too little.");
    }

    private static int Size(ReadOnlySpan<byte> delta, ref int at)
    {
        var size = 0L;
        for (var shift = 0; ; shift += 7)
        {
            if (at == delta.Length || shift > 28)
                throw new InvalidDataException("A delta without its sizes.");
            size |= (long)(delta[at] & 0x7F) << shift;
            if ((delta[at++] & 0x80) == 0)
                return size <= Array.MaxLength ? (int)size : throw new InvalidDataException("A delta of an object too large.");
        }
    }

    // One byte for each bit that is set, lowest first.
    private static int Number(ReadOnlySpan<byte> delta, ref int at, int present, int bytes)
    {
        var value = 0;
        for (var i = 0; i < bytes; i++)
        {
            if ((present & (1 << i)) == 0)
                continue;
            if (at == delta.Length)
                throw new InvalidDataException("A delta that is cut off.");
            value |= delta[at++] << (8 * i);
        }

        return value;
    }

    private static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> from, int start, int length) =>
        start >= 0 && start <= from.Length && length <= from.Length - start
            ? from.Slice(start, length)
            : throw new InvalidDataException("A delta that copies what is not there.");
}
