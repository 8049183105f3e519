using System.Text;
using System.Text.Json;

namespace GitOpsTasks.Promote;

/// <summary>Title, body and commit message of a promotion. Names and versions are data: nothing in them is read as Markdown.</summary>
internal static class PromotionText
{
    /// <summary>Begins the hidden comment of a body.</summary>
    public const string MarkerStart = "<!-- gitops-tasks:promotion ";

    /// <summary>The title of the pull request, and the subject of the commit.</summary>
    public static string Title(string app, string to, IReadOnlyList<PromotedImage> images) =>
        images.Count == 1
            ? $"Promote {OneLine(app)} {OneLine(Short(images[0].New))} to {OneLine(to)}"
            : $"Promote {OneLine(app)} to {OneLine(to)}";

    /// <summary>The body of the pull request.</summary>
    public static string Body(PromotionMarker marker)
    {
        var text = new StringBuilder()
            .Append($"Promotes {Code(marker.App)} from {Code(marker.From)} to {Code(marker.To)}.\n\n")
            .Append("| image | in ").Append(Code(marker.To)).Append(" now | after this |\n|---|---|---|\n");
        foreach (var image in marker.Images)
            text.Append($"| {Code(image.Name)} | {Code(image.Old ?? "none")} | {Code(image.New)} |\n");
        text.Append("\nMerging it is all there is to do; the branch is kept up to date by `gitops promote`.\n\n");
        var json = JsonSerializer.Serialize(marker, PromoteJson.Default.PromotionMarker);
        return text.Append(MarkerStart).Append(json.Replace("--", "-\\u002d", StringComparison.Ordinal)).Append(" -->\n").ToString();
    }

    /// <summary>The commit message.</summary>
    public static string Message(string app, string from, string to, IReadOnlyList<PromotedImage> images)
    {
        var lines = string.Concat(images.Select(image => $"{image.Name}: {image.Old ?? "(none)"} -> {image.New}\n"));
        return $"{Title(app, to, images)}\n\nFrom {from}.\n\n{lines}\nGitops-Task: promote\n";
    }

    private static string Short(string version) => version.IndexOf('@', StringComparison.Ordinal) is var at and > 0 ? version[..at] : version;

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Code(string text) => $"`{Cell(text).Replace('`', '\'')}`";

    private static string Cell(string text) => OneLine(text).Replace("|", "\\|", StringComparison.Ordinal);
}
