using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GitOpsTasks.Git;

/// <summary>How a repository names its objects: by SHA-1, or by SHA-256.</summary>
/// <param name="Name">As <c>extensions.objectFormat</c> and the protocol spell it.</param>
/// <param name="Algorithm">The hash.</param>
/// <param name="IdLength">Length of an id in bytes.</param>
internal sealed record ObjectFormat(string Name, HashAlgorithmName Algorithm, int IdLength)
{
    /// <summary>The format git began with; that of every repository that says nothing else.</summary>
    public static ObjectFormat Sha1 { get; } = new("sha1", HashAlgorithmName.SHA1, 20);

    /// <summary>The newer format.</summary>
    public static ObjectFormat Sha256 { get; } = new("sha256", HashAlgorithmName.SHA256, 32);

    /// <summary>Whether a text is a whole id of this format, in lower case.</summary>
    public bool IsId(string text) => text.Length == 2 * IdLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The id of an object.</summary>
    /// <param name="type"><c>commit</c>, <c>tree</c>, <c>blob</c> or <c>tag</c>.</param>
    /// <param name="content">Its content.</param>
    public string IdOf(string type, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(Algorithm);
        hash.AppendData(Header(type, content.Length));
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What precedes the content in what is hashed, and in a loose object.</summary>
    public static byte[] Header(string type, int length) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type} {length}\0"));
}
