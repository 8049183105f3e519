using GitOpsTasks.Images;

namespace GitOpsTasks.Config;

/// <summary>Texts with a grammar of their own; each method returns the text or throws <see cref="FormatException"/> with advice.</summary>
internal static class ConfigText
{
    /// <summary>A name for an application or environment: what can be a folder, a label value and a part of a branch name.</summary>
    public static string Name(string text) =>
        text.Length is > 0 and <= 63 && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? text
            : throw new FormatException("Write at most 63 letters, digits, '-', '_' or '.', beginning and ending with a letter or digit.");

    /// <summary>An image name without tag and digest.</summary>
    public static string ImageName(string text) =>
        ImageGrammar.IsName(text)
            ? text
            : throw new FormatException("Write registry and repository in lower case, such as ghcr.io/acme/web, without a tag.");

    /// <summary>A path inside a repository.</summary>
    public static string RelativePath(string text) =>
        text.Length > 0 && !text.StartsWith('/') && !text.Contains('\\') && !text.Split('/').Contains("..")
            ? text.TrimEnd('/')
            : throw new FormatException("Write a path from the root of the repository, with forward slashes and without '..'.");

    /// <summary>Operating system, architecture and, where needed, variant.</summary>
    public static string Platform(string text) =>
        text.Split('/') is { Length: 2 or 3 } parts
        && parts.All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
            ? text
            : throw new FormatException("Write it as linux/amd64 or linux/arm/v7.");

    /// <summary>A port, with its protocol where that is not TCP.</summary>
    public static string Port(string text) =>
        text.Split('/') is { Length: 1 or 2 } parts && (parts.Length == 1 || parts[1] is "tcp" or "udp" or "sctp")
        && int.TryParse(parts[0], out var port) && port is > 0 and < 65536
            ? text
            : throw new FormatException("Write a number from 1 to 65535, such as 8080 or 53/udp.");

    /// <summary>The mode of a file.</summary>
    public static string FileMode(string text) =>
        text.Length is 3 or 4 && text.All(c => c is >= '0' and <= '7')
            ? text
            : throw new FormatException("Write the mode in octal digits, such as 0755.");

    /// <summary>An absolute path in an image.</summary>
    public static string PathInImage(string text) =>
        text.StartsWith('/') && !text.Split('/').Contains("..")
            ? text
            : throw new FormatException("Write an absolute path in the image, such as /app.");
}
