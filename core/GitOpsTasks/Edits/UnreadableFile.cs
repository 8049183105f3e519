using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits;

/// <summary>Tells of files that are no YAML, as templates are, where they name an image that is to change.</summary>
internal static class UnreadableFile
{
    /// <summary>A warning where it names one of the images, or has the marker of one of the policies.</summary>
    public static IEnumerable<Diagnostic> Report(YamlFile file, IReadOnlyList<ImageUpdate> updates, IReadOnlyList<SetterUpdate> setters)
    {
        var text = Encoding.UTF8.GetString(file.Text.Span);
        var lines = IsOfChart(file.Path) ? LinesWithImage(text) : text;
        if (!updates.Any(update => ImageMention.IsIn(lines, update.Name)) && !setters.Any(setter => text.Contains($"\"{setter.Policy}", StringComparison.Ordinal)))
            yield break;
        var error = file.Diagnostics.First(diagnostic => diagnostic.Severity == Severity.Error);
        yield return Diagnostic.Warning(
            EditCodes.FileSkipped,
            $"The file names the image but was left alone: {error.Message}",
            "Correct it, or change the image in it by hand; templates are not guessed at.",
            error.Place);
    }

    // A chart's templates have its name on every other line: only those that set an image count.
    private static bool IsOfChart(string path) => path.Split('/').Contains("templates");

    private static string LinesWithImage(string text) => string.Join('\n', text.Split('\n')
        .Where(line => line.Contains("image", StringComparison.OrdinalIgnoreCase) && !line.TrimStart().StartsWith('#')));
}
