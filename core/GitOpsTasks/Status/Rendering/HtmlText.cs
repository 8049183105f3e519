using System.Net;

namespace GitOpsTasks.Status.Rendering;

/// <summary>Texts of others in HTML.</summary>
internal static class HtmlText
{
    /// <summary>The text as it may stand between tags and in quotes.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(ShownLine.Of(text));

    /// <summary>A link; the text alone where the address is none of the web.</summary>
    public static string Link(string text, string? url) =>
        ShownLine.Address(url) is { } address ? $"<a href=\"{WebUtility.HtmlEncode(address)}\" rel=\"noreferrer\">{Escape(text)}</a>" : Escape(text);

    /// <summary>A point in time: in words for people, in ISO 8601 for machines.</summary>
    public static string Time(DateTimeOffset time, string words) =>
        $"<time datetime=\"{Iso(time)}\" title=\"{Iso(time)}\">{Escape(words)}</time>";

    /// <summary>A point in time in UTC, in ISO 8601.</summary>
    public static string Iso(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
