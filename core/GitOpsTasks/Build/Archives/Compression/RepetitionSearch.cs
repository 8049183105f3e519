using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GitOpsTasks.Build.Archives.Compression;

/// <summary>Finds places of a piece that begin with the same four bytes as another before.</summary>
internal sealed class RepetitionSearch
{
    private const int Window = 1 << 15;
    private const int HashBits = 13;
    private const int Shortest = sizeof(uint);
    private const int Margin = sizeof(ulong);
    private const int GoodLength = 32;
    private const int Nowhere = -Window - 1;

    // The last place of each hash, and the one before it.
    private readonly (int Last, int Before)[] _places = new (int, int)[1 << HashBits];

    /// <summary>Forgets all places.</summary>
    public void Reset() => Array.Fill(_places, (Nowhere, Nowhere));

    /// <summary>Finds what repeats at a position: of the last two places that begin alike, the one that goes on longer.</summary>
    /// <returns>Length and distance; both 0 where nothing repeats.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Length, int Distance) Find(ReadOnlySpan<byte> input, int position)
    {
        if (position > input.Length - Margin)
            return default;
        ref var start = ref MemoryMarshal.GetReference(input);
        var here = Four(ref start, position);
        ref var place = ref _places[Hash(here)];
        var (last, before) = place;
        place = (position, last);
        var (length, distance) = (0, 0);
        if (position - last <= Window && Four(ref start, last) == here)
            (length, distance) = (Common(ref start, last, position, input.Length), position - last);
        if (length < GoodLength && position - before <= Window && Four(ref start, before) == here
            && Common(ref start, before, position, input.Length) is var longer && longer > length)
            (length, distance) = (longer, position - before);
        return (length, distance);
    }

    /// <summary>Remembers the first and last places of a repetition; all of them would take longer than they gain.</summary>
    public void Remember(ReadOnlySpan<byte> input, int position, int length)
    {
        var end = position + length;
        if (end > input.Length - Margin)
            return;
        ref var start = ref MemoryMarshal.GetReference(input);
        Remember(ref start, position + 1);
        if (length > Shortest)
            Remember(ref start, position + 2);
        if (length > Shortest + 2)
            Remember(ref start, end - 3);
        Remember(ref start, end - 1);
    }

    // Both places begin with the same four bytes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Common(ref byte start, int there, int here, int end)
    {
        var longest = Math.Min(DeflateSymbols.LongestLength, end - here);
        var length = Shortest;
        for (; length + sizeof(ulong) <= longest; length += sizeof(ulong))
        {
            var differing = Eight(ref start, here + length) ^ Eight(ref start, there + length);
            if (differing != 0)
                return length + (BitOperations.TrailingZeroCount(differing) / 8);
        }

        while (length < longest && Unsafe.Add(ref start, here + length) == Unsafe.Add(ref start, there + length))
            length++;
        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Remember(ref byte start, int position)
    {
        ref var place = ref _places[Hash(Four(ref start, position))];
        place = (position, place.Last);
    }

    // Within the piece: a place is at least Margin before its end, and what is compared ends before the end of the later place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Four(ref byte start, int position)
    {
        var value = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, position));
        return BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Eight(ref byte start, int position)
    {
        var value = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, position));
        return BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(uint value) => (int)((value * 2654435761u) >> (32 - HashBits));
}
