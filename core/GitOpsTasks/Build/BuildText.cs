using System.Text;

namespace GitOpsTasks.Build;

/// <summary>The result of the build task for a person: what each image is called, and what can be said of it.</summary>
internal static class BuildText
{
    private const int Width = 10;

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
            Add(text, "artifact", Known(image.Artifact));
        }

        return text.ToString();
    }

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
