using System.Text.RegularExpressions;

namespace GitOpsTasks.Images;

/// <summary>The grammar of names, tags and digests, from the OCI distribution specification and distribution/reference.</summary>
public static partial class ImageGrammar
{
    /// <summary>Whether a text is a tag: at most 128 of letters, digits, <c>_ . -</c>, not beginning with a dot or hyphen.</summary>
    public static bool IsTag(string text) => Tag().IsMatch(text);

    /// <summary>Whether a text is a digest: algorithm, colon, and as many hexadecimal digits as the algorithm has.</summary>
    public static bool IsDigest(string text) => Digest().IsMatch(text);

    /// <summary>Whether a text is a name: an optional registry host with port, then lower-case path parts.</summary>
    public static bool IsName(string text) => text.Length <= 255 && Name().IsMatch(text);

    [GeneratedRegex(@"\A[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\A(sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();

    [GeneratedRegex(
        @"\A(([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])(:[0-9]+)?/)?[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
