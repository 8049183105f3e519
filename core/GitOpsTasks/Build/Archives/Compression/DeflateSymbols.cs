using System.Numerics;

namespace GitOpsTasks.Build.Archives.Compression;

/// <summary>How RFC 1951 numbers lengths and distances of repetitions: a symbol, and some more bits.</summary>
internal static class DeflateSymbols
{
    /// <summary>How many symbols there are for literals, the end of a block, and lengths.</summary>
    public const int Literals = 286;

    /// <summary>How many symbols there are for distances.</summary>
    public const int Distances = 30;

    /// <summary>The end of a block.</summary>
    public const int End = 256;

    /// <summary>The longest repetition.</summary>
    public const int LongestLength = 258;

    private const int ShortestLength = 3;
    private const int FirstLength = 257;

    /// <summary>The symbol of a length from 3 to 258, how many bits follow it, and what they say.</summary>
    public static (int Symbol, int Bits, uint More) OfLength(int length)
    {
        var above = length - ShortestLength;
        if (above < 8)
            return (FirstLength + above, 0, 0);
        if (length == LongestLength)
            return (Literals - 1, 0, 0);
        var bits = BitOperations.Log2((uint)above) - 2;
        return (FirstLength + (4 * (bits + 1)) + ((above >> bits) & 3), bits, (uint)above & ((1u << bits) - 1));
    }

    /// <summary>The symbol of a distance from 1 to 32768, how many bits follow it, and what they say.</summary>
    public static (int Symbol, int Bits, uint More) OfDistance(int distance)
    {
        var above = (uint)(distance - 1);
        if (above < 4)
            return ((int)above, 0, 0);
        var bits = BitOperations.Log2(above) - 1;
        return ((2 * (bits + 1)) + (int)((above >> bits) & 1), bits, above & ((1u << bits) - 1));
    }

    /// <summary>How many bits follow a symbol of a length.</summary>
    public static int BitsOfLength(int symbol) =>
        symbol is < FirstLength + 8 or Literals - 1 ? 0 : ((symbol - FirstLength) / 4) - 1;

    /// <summary>How many bits follow a symbol of a distance.</summary>
    public static int BitsOfDistance(int symbol) => symbol < 4 ? 0 : (symbol / 2) - 1;
}
