using System.Numerics;
using System.Security.Cryptography;

namespace GitOpsTasks.Promote.Gates.Keys;

/// <summary>
/// An Ed25519 key (RFC 8032, section 5.1.7), which .NET has no class for. It only verifies: nothing here is secret, so that
/// nothing has to take constant time.
/// </summary>
internal sealed class Ed25519Key : VerifyingKey
{
    /// <summary>The object identifier of such keys, of RFC 8410.</summary>
    public const string Oid = "1.3.101.112";

    private const int Length = 32;

    private readonly byte[] _encoded;
    private readonly Ed25519Point _negated;

    private Ed25519Key(byte[] encoded, Ed25519Point point)
    {
        _encoded = encoded;
        _negated = point.Negate();
    }

    /// <summary>Reads a key; null where the bytes are none.</summary>
    public static Ed25519Key? TryRead(byte[] encoded) =>
        encoded.Length == Length && Ed25519Point.TryDecode(encoded) is { } point ? new Ed25519Key(encoded, point) : null;

    /// <inheritdoc />
    public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != 2 * Length)
            return false;
        var r = signature[..Length];
        var s = new BigInteger(signature[Length..], isUnsigned: true);
        if (s >= Ed25519Point.Order)
            return false;
        byte[] hashed = [.. r, .. _encoded, .. data];
        var k = new BigInteger(SHA512.HashData(hashed), isUnsigned: true) % Ed25519Point.Order;
        return r.SequenceEqual(Ed25519Point.Base.Multiply(s).Add(_negated.Multiply(k)).Encode());
    }
}
