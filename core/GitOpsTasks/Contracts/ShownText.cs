using System.Text.RegularExpressions;

namespace GitOpsTasks.Contracts;

/// <summary>Texts of others as they may be shown: somebody may have written credentials into an address.</summary>
internal static partial class ShownText
{
    /// <summary>The text with <c>***</c> for the user and password of each address in it.</summary>
    public static string WithoutCredentials(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? Credentials().Replace(text, "***@") : text;

    // USER:PASSWORD@ after a scheme or before a host, and a token alone after http(s); not NAME:TAG@DIGEST, nor the git@ of ssh.
    [GeneratedRegex(
        """(?<=\bhttps?://)[^\s/'"@]+@|(?<=//|(?<![\w./-]))[^\s/'"@:]+:[^\s/'"@]+@(?!sha256:|sha512:)(?=[\w.-]+[:/])""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Credentials();
}
