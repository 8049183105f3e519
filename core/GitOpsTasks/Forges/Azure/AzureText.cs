using System.Security.Cryptography;
using System.Text;

namespace GitOpsTasks.Forges.Azure;

/// <summary>
/// What Azure takes as the description of a pull request: 4,000 characters. The visible text gives way before the hidden comment
/// that ends a body. A hidden comment that would take more than half of it is kept apart, and what stands in its place tells by a
/// digest which one belongs there.
/// </summary>
internal static class AzureText
{
    /// <summary>The most characters of a description; more is refused with a 400.</summary>
    public const int LongestDescription = 4000;

    /// <summary>The most characters of a title.</summary>
    public const int LongestTitle = 400;

    /// <summary>The most characters of a comment.</summary>
    public const int LongestComment = 150_000;

    private const string CutNote = "\n\n*The rest was cut: the forge takes no longer text.*";
    private const string PlaceStart = "<!-- gitops-tasks:kept-apart ";
    private const string PlaceEnd = " -->";

    /// <summary>A body as a description, and the hidden comment that is kept apart; null where none is.</summary>
    public static (string Description, string? Apart) Divide(string body)
    {
        if (body.Length <= LongestDescription)
            return (body, null);
        var start = body.LastIndexOf("<!--", StringComparison.Ordinal);
        var comment = start < 0 ? "" : body[start..].TrimEnd();
        if (start < 0 || !comment.EndsWith("-->", StringComparison.Ordinal))
            return (Fit(body, LongestDescription), null);
        var visible = body[..start].TrimEnd();
        var isApart = comment.Length > LongestDescription / 2;
        var end = "\n\n" + (isApart ? PlaceStart + DigestOf(comment) + PlaceEnd : comment);
        return (Fit(visible, LongestDescription - end.Length) + end, isApart ? comment : null);
    }

    /// <summary>The digest of the comment that is kept apart from a description; null where none is.</summary>
    public static string? DigestIn(string description) =>
        PlaceIn(description) is var (start, end) ? description[(start + PlaceStart.Length)..end] : null;

    /// <summary>A description with the comment that was kept apart from it.</summary>
    public static string Join(string description, string apart) =>
        PlaceIn(description) is var (start, end) ? string.Concat(description.AsSpan(0, start), apart, description.AsSpan(end + PlaceEnd.Length)) : description;

    /// <summary>What tells a comment from others.</summary>
    public static string DigestOf(string comment) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(comment)));

    /// <summary>The text, or as much of its beginning as fits with a note that it was cut.</summary>
    public static string Fit(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var length = longest - CutNote.Length;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), CutNote);
    }

    /// <summary>A title of one line.</summary>
    public static string FitTitle(string title) =>
        title.Length <= LongestTitle ? title : title[..(char.IsHighSurrogate(title[LongestTitle - 4]) ? LongestTitle - 4 : LongestTitle - 3)] + "...";

    private static (int Start, int End)? PlaceIn(string description)
    {
        var start = description.LastIndexOf(PlaceStart, StringComparison.Ordinal);
        var end = start < 0 ? -1 : description.IndexOf(PlaceEnd, start + PlaceStart.Length, StringComparison.Ordinal);
        return end < 0 ? null : (start, end);
    }
}
