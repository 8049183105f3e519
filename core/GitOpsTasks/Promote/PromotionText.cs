using System.Text.RegularExpressions;

namespace GitOpsTasks.Promote;

/// <summary>
/// Names and versions on their way into titles, messages and Markdown. They are data: nothing in them begins a line, a
/// trailer or a command of a CI system, and nothing is read as Markdown.
/// </summary>
internal static partial class PromotionText
{
    private const int Longest = 200;

    /// <summary>The title of the pull request, and the subject of the commit.</summary>
    public static string Title(PromotionMarker marker)
    {
        var verb = marker.Rollback ? "Roll back" : "Promote";
        var version = marker is { Apps: null, Images.Count: 1 } ? " " + Line(Short(marker.Images[0].New)) : "";
        return $"{verb} {Line(marker.App)}{(marker.Rollback ? "" : version)} {(marker.Rollback ? "in" : "to")} {Line(marker.To)}{(marker.Rollback && version.Length > 0 ? $" to{version}" : "")}";
    }

    /// <summary>The commit message.</summary>
    public static string Message(PromotionMarker marker)
    {
        var lines = string.Concat(marker.Images.Concat(marker.Values ?? []).Select(image => $"{Line(image.Name)}: {Line(image.Old ?? "none")} -> {Line(image.New)}\n"));
        return $"{Title(marker)}\n\nFrom {Line(marker.From)}.\n\n{lines}\nGitops-Task: promote\n";
    }

    /// <summary>A text on one line that means nothing to git, CI systems and terminals.</summary>
    public static string Line(string text)
    {
        var line = Unprintable().Replace(text, " ").Trim().Replace('[', '(').Replace(']', ')').Replace("::", ": :", StringComparison.Ordinal);
        return line.Length <= Longest ? line : line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)] + "...";
    }

    /// <summary>A text as code in Markdown, also in the cell of a table.</summary>
    public static string Code(string text)
    {
        var line = Unprintable().Replace(text, " ").Trim().Replace('`', '\'').Replace('|', '¦');
        return $"`{(line.Length == 0 ? " " : line.Length <= Longest ? line : line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)] + "...")}`";
    }

    /// <summary>The address in a link of Markdown; null for what is no web address.</summary>
    public static string? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal)
            : null;

    /// <summary>The tag of a version; the digest where there is none.</summary>
    public static string Short(string version) => version.IndexOf('@', StringComparison.Ordinal) is var at and > 0 ? version[..at] : version;

    // Control characters, line and paragraph separators, marks of direction and the like.
    [GeneratedRegex(@"[\p{C}\p{Zl}\p{Zp}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unprintable();
}
