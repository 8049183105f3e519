using System.Text;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Edits;

/// <summary>Whether a text can be about an image, told without reading it as YAML.</summary>
public static class ImageMention
{
    /// <summary>
    /// Whether a file can have a place for an update: it holds every part of the name, together or, as values of charts do,
    /// apart. What holds them not need not be parsed.
    /// </summary>
    public static bool IsPossible(TreeFile file, ImageUpdate update)
    {
        var content = file.Content;
        return IsWide(content.Span) || DockerHub.ShortForm(update.Name).Split('/').All(part => content.Span.IndexOf(Encoding.UTF8.GetBytes(part)) >= 0);
    }

    /// <summary>Whether a file can have a scalar that the marker of an image policy names.</summary>
    public static bool IsPossible(TreeFile file, SetterUpdate setter) =>
        IsWide(file.Content.Span) || (file.Content.Span.IndexOf("\"$imagepolicy\""u8) >= 0 && file.Content.Span.IndexOf(Encoding.UTF8.GetBytes(setter.Policy)) >= 0);

    /// <summary>Whether a text has the name of an image, not as a part of a longer name.</summary>
    public static bool IsIn(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsOfName(text[at - 1])) && (end == text.Length || !IsOfName(text[end])))
                return true;
        }

        return false;
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '/';

    // UTF-16 and UTF-32 have other bytes for the same letters.
    private static bool IsWide(ReadOnlySpan<byte> content) =>
        content.Length > 1 && (content[0] is 0 or 0xFE or 0xFF || content[1] == 0);
}
