using System.Globalization;
using System.Text;

namespace GitOpsTasks.Build;

/// <summary>The result of the build task for a person: what each image is called, and what can be said of it.</summary>
internal static class BuildText
{
    private const int Width = 10;
    private const double Kilobyte = 1_000;
    private const double Megabyte = 1_000_000;

    /// <summary>Its lines. Annotations and JSON are for programs; the outputs have them.</summary>
    public static string Render(BuildResult result)
    {
        var text = new StringBuilder();
        foreach (var image in result.Images)
        {
            text.Append(image.Reference).Append('\n');
            Add(text, "tags", image.Tags);
            Add(text, "labels", image.Labels.Select(label => $"{label.Key}={label.Value}"));
            Add(text, "platforms", image.Platforms);
            Add(text, "image id", Known(image.ImageId));
            Add(text, "builder", Known(image.Builder));
            Add(text, "size", Known(image.Size is { } size ? SizeOf(size) : null));
            Add(text, "attached", image.Attached.Select(artifact => $"{artifact.Type} {artifact.Digest}"));
            Add(text, "layout", Known(image.Artifact));
        }

        return text.ToString();
    }

    private static string SizeOf(long bytes) => bytes < Megabyte
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilobyte:0.0} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:0.0} MB");

    private static string[] Known(string? value) => value is null ? [] : [value];

    private static void Add(StringBuilder text, string name, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            text.Append("  ").Append(name.PadRight(Width)).Append(value).Append('\n');
            name = "";
        }
    }
}
