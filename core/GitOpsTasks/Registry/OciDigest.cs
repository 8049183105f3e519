using System.Security.Cryptography;

namespace GitOpsTasks.Registry;

/// <summary>Computes digests of the form <c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
public static class OciDigest
{
    private const string Prefix = "sha256:";

    /// <summary>The digest of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> content) => FromHash(SHA256.HashData(content));

    /// <summary>The digest of a stream, from its current position to its end.</summary>
    public static async Task<string> OfAsync(Stream content, CancellationToken cancellationToken) =>
        FromHash(await SHA256.HashDataAsync(content, cancellationToken));

    /// <summary>The digest that a SHA-256 hash is the value of.</summary>
    /// <param name="hash">32 bytes.</param>
    public static string FromHash(ReadOnlySpan<byte> hash) => Prefix + Convert.ToHexStringLower(hash);

    /// <summary>Begins to compute a digest of the algorithm that another one is of: sha256, or sha512.</summary>
    public static IncrementalHash Begin(string digest) => IncrementalHash.CreateHash(
        digest.StartsWith("sha512:", StringComparison.Ordinal) ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256);

    /// <summary>Whether all that a hash was given has a digest. The hash begins anew.</summary>
    public static bool IsOf(IncrementalHash hash, string digest) =>
        digest[(digest.IndexOf(':', StringComparison.Ordinal) + 1)..] == Convert.ToHexStringLower(hash.GetHashAndReset());

    /// <summary>The hexadecimal digits of a sha256 digest; null where it is of another algorithm.</summary>
    public static string? Hex(string digest) =>
        digest.StartsWith(Prefix, StringComparison.Ordinal) ? digest[Prefix.Length..] : null;
}
