using System.Numerics;

namespace GitOpsTasks.Promote.Gates.Keys;

/// <summary>
/// A point of the curve edwards25519 in extended coordinates (RFC 8032, section 5.1.4): x is X/Z, y is Y/Z, and X·Y is Z·T.
/// </summary>
internal readonly record struct Ed25519Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T)
{
    private const int Length = 32;

    private static readonly BigInteger s_p = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger s_d = Mod(-121665 * Invert(121666));
    private static readonly BigInteger s_rootOfMinusOne = BigInteger.ModPow(2, (s_p - 1) / 4, s_p);

    /// <summary>The order of <see cref="Base"/>.</summary>
    public static BigInteger Order { get; } = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The point all others are multiples of: y is 4/5, x is even.</summary>
    public static Ed25519Point Base { get; } = FromY(Mod(4 * Invert(5)), isOdd: false)!.Value;

    private static Ed25519Point Zero { get; } = new(0, 1, 1, 0);

    /// <summary>Reads a point; null where the bytes are of none, or not the only way to write it.</summary>
    public static Ed25519Point? TryDecode(ReadOnlySpan<byte> encoded)
    {
        Span<byte> y = stackalloc byte[Length];
        encoded.CopyTo(y);
        y[^1] &= 0x7f;
        return FromY(new BigInteger(y, isUnsigned: true), (encoded[^1] & 0x80) != 0);
    }

    /// <summary>Its 32 bytes: y, and in the highest bit whether x is odd.</summary>
    public byte[] Encode()
    {
        var inverse = Invert(Z);
        var bytes = new byte[Length];
        Mod(Y * inverse).TryWriteBytes(bytes, out _, isUnsigned: true);
        if (!Mod(X * inverse).IsEven)
            bytes[^1] |= 0x80;
        return bytes;
    }

    /// <summary>The sum of two points.</summary>
    public Ed25519Point Add(Ed25519Point other)
    {
        var a = (Y - X) * (other.Y - other.X);
        var b = (Y + X) * (other.Y + other.X);
        var c = 2 * T * other.T % s_p * s_d;
        var d = 2 * Z * other.Z;
        var (e, f, g, h) = (Mod(b - a), Mod(d - c), Mod(d + c), Mod(b + a));
        return new Ed25519Point(Mod(e * f), Mod(g * h), Mod(f * g), Mod(e * h));
    }

    /// <summary>The point added to itself as often as a number says.</summary>
    public Ed25519Point Multiply(BigInteger times)
    {
        var sum = Zero;
        var power = this;
        for (; !times.IsZero; times >>= 1)
        {
            if (!times.IsEven)
                sum = sum.Add(power);
            power = power.Add(power);
        }

        return sum;
    }

    /// <summary>The point that adds to it to nothing.</summary>
    public Ed25519Point Negate() => new(Mod(-X), Y, Z, Mod(-T));

    private static Ed25519Point? FromY(BigInteger y, bool isOdd)
    {
        if (y >= s_p)
            return null;
        var square = Mod((y * y - 1) * Invert(s_d * y * y + 1));
        var x = BigInteger.ModPow(square, (s_p + 3) / 8, s_p);
        if (Mod(x * x) != square)
            x = Mod(x * s_rootOfMinusOne);
        if (Mod(x * x) != square || (x.IsZero && isOdd))
            return null;
        if (x.IsEven == isOdd)
            x = s_p - x;
        return new Ed25519Point(x, y, 1, Mod(x * y));
    }

    private static BigInteger Invert(BigInteger value) => BigInteger.ModPow(Mod(value), s_p - 2, s_p);

    private static BigInteger Mod(BigInteger value)
    {
        var rest = value % s_p;
        return rest.Sign < 0 ? rest + s_p : rest;
    }
}
