using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits;

/// <summary>Tells of files that are no YAML, as templates are, where they name an image that is to change.</summary>
internal static class UnreadableFile
{
    // What is longer than any file that is read is not made into a text either: that its bytes hold the name will do.
    private const int LongestText = 32 << 20;

    /// <summary>A warning where it names one of the images, or has the marker of one of the policies.</summary>
    public static IEnumerable<Diagnostic> Report(YamlFile file, IReadOnlyList<ImageUpdate> updates, IReadOnlyList<SetterUpdate> setters)
    {
        if (file.Text.Length <= LongestText && !Names(file, updates, setters))
            yield break;
        var error = file.Diagnostics.First(diagnostic => diagnostic.Severity == Severity.Error);
        yield return Diagnostic.Warning(
            EditCodes.FileSkipped,
            $"The file names the image but was left alone: {error.Message}",
            "Correct it, or change the image in it by hand; templates are not guessed at.",
            error.Place);
    }

    private static bool Names(YamlFile file, IReadOnlyList<ImageUpdate> updates, IReadOnlyList<SetterUpdate> setters)
    {
        var text = Encoding.UTF8.GetString(file.Text.Span);
        var lines = IsOfChart(file.Path) ? LinesWithImage(text) : text;
        return updates.Any(update => ImageMention.IsIn(lines, update.Name))
            || setters.Any(setter => text.Contains($"\"{setter.Policy}", StringComparison.Ordinal));
    }

    // A chart's templates have its name on every other line: only those that set an image count.
    private static bool IsOfChart(string path) => path.Split('/').Contains("templates");

    private static string LinesWithImage(string text) => string.Join('\n', text.Split('\n')
        .Where(line => line.Contains("image", StringComparison.OrdinalIgnoreCase) && !line.TrimStart().StartsWith('#')));
}
