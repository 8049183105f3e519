using System.Security.Cryptography;
using System.Text;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>A recorded text of which only the SHA-256 is kept: it is secret, or long.</summary>
/// <param name="Hex">The hash of its UTF-8, in lower-case hexadecimal digits.</param>
internal sealed record RecordedHash(string Hex) : YamlValue
{
    /// <summary>The key that a hash is recorded under.</summary>
    public const string Key = "sha256";

    /// <summary>The hash of a text.</summary>
    public static RecordedHash Of(string text) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    /// <summary>Whether a value is the text.</summary>
    public bool IsOf(YamlValue value) => value is YamlText text && Of(text.Text) == this;
}
