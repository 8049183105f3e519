using System.Buffers.Binary;

namespace GitOpsTasks.Git;

/// <summary>
/// A small pack, read in memory (gitformat-pack). The ids are computed of what is in it, so that a server cannot pass
/// one object off for another.
/// </summary>
internal static class Pack
{
    /// <summary>Length of what precedes the objects: <c>PACK</c>, the version, how many there are.</summary>
    public const int HeaderLength = 12;

    private const int OffsetDelta = 6;
    private const int ReferenceDelta = 7;

    private static readonly string?[] s_types = [null, "commit", "tree", "blob", "tag"];

    /// <summary>How many objects a pack says it holds.</summary>
    /// <param name="header">Its first <see cref="HeaderLength"/> bytes.</param>
    /// <exception cref="InvalidDataException">It is no pack.</exception>
    public static long Count(ReadOnlySpan<byte> header) =>
        header.Length >= HeaderLength && header[..4].SequenceEqual("PACK"u8) && BinaryPrimitives.ReadUInt32BigEndian(header[4..]) is 2 or 3
            ? BinaryPrimitives.ReadUInt32BigEndian(header[8..])
            : throw new InvalidDataException("It is no pack.");

    /// <summary>Its objects.</summary>
    /// <param name="pack">The pack with its checksum, which is not looked at: the ids tell.</param>
    /// <param name="format">How ids are made.</param>
    /// <param name="most">The length of the largest object that is taken, in bytes.</param>
    /// <exception cref="InvalidDataException">It is damaged, or leans on objects it does not hold.</exception>
    public static IReadOnlyList<GitObject> Read(ReadOnlySpan<byte> pack, ObjectFormat format, int most)
    {
        var count = Count(pack);
        var objects = new Dictionary<string, GitObject>(StringComparer.Ordinal);
        var deltas = new List<(string Base, byte[] Delta)>();
        var at = HeaderLength;
        for (var i = 0L; i < count; i++)
        {
            var (type, size) = ReadHead(pack, ref at);
            if (size > most)
                throw new InvalidDataException("An object is too large.");
            var @base = type == ReferenceDelta ? ReadBase(pack, ref at, format) : null;
            var content = new byte[size];
            at += ZlibData.Inflate(pack[at..], content);
            if (@base is not null)
                deltas.Add((@base, content));
            else if (type is OffsetDelta or 0 || type >= s_types.Length)
                throw new InvalidDataException("An object of a kind that was not asked for.");
            else
                Add(objects, s_types[type]!, content, format);
        }

        Resolve(objects, deltas, format);
        return [.. objects.Values];
    }

    // A base can itself be made by a delta, in any order.
    private static void Resolve(Dictionary<string, GitObject> objects, List<(string Base, byte[] Delta)> deltas, ObjectFormat format)
    {
        while (deltas.Count > 0)
        {
            var ready = deltas.Where(delta => objects.ContainsKey(delta.Base)).ToList();
            if (ready.Count == 0)
                throw new InvalidDataException("A delta without its base.");
            foreach (var (@base, delta) in ready)
                Add(objects, objects[@base].Type, PackDelta.Apply(objects[@base].Content.Span, delta), format);
            deltas.RemoveAll(ready.Contains);
        }
    }

    private static void Add(Dictionary<string, GitObject> objects, string type, byte[] content, ObjectFormat format)
    {
        var id = format.IdOf(type, content);
        objects[id] = new GitObject(id, type, content);
    }

    // Three bits of type and four of size in the first byte, seven of size in each that follows.
    private static (int Type, long Size) ReadHead(ReadOnlySpan<byte> pack, ref int at)
    {
        var first = Next(pack, ref at);
        long size = first & 0x0F;
        var more = first;
        for (var shift = 4; (more & 0x80) != 0; shift += 7)
        {
            more = shift <= 32 ? Next(pack, ref at) : throw new InvalidDataException("An object without an end.");
            size |= (long)(more & 0x7F) << shift;
        }

        return ((first >> 4) & 7, size);
    }

    private static byte Next(ReadOnlySpan<byte> pack, ref int at) =>
        at < pack.Length ? pack[at++] : throw new InvalidDataException("The pack is cut off.");

    private static string ReadBase(ReadOnlySpan<byte> pack, ref int at, ObjectFormat format)
    {
        if (pack.Length - at < format.IdLength)
            throw new InvalidDataException("The pack is cut off.");
        at += format.IdLength;
        return Convert.ToHexStringLower(pack.Slice(at - format.IdLength, format.IdLength));
    }
}
