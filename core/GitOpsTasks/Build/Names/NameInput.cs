namespace GitOpsTasks.Build.Names;

/// <summary>One of the multi-line inputs that names are made from.</summary>
/// <param name="Name">Its name, which stands for a file in places.</param>
/// <param name="Code">The code of what is wrong in it.</param>
internal sealed record NameInput(string Name, string Code)
{
    /// <summary>Repositories.</summary>
    public static NameInput Images { get; } = new("images", NameCodes.ImageInvalid);

    /// <summary>Tag rules.</summary>
    public static NameInput Tags { get; } = new("tags", BuildCodes.TagRuleInvalid);

    /// <summary>What all tags have in common.</summary>
    public static NameInput Flavor { get; } = new("flavor", NameCodes.FlavorInvalid);

    /// <summary>Labels of the image's configuration.</summary>
    public static NameInput Labels { get; } = new("labels", NameCodes.LabelInvalid);

    /// <summary>Annotations of manifests and indexes.</summary>
    public static NameInput Annotations { get; } = new("annotations", NameCodes.LabelInvalid);

    /// <summary>The lines that say something: not empty, and no comments, which begin with <c>#</c>.</summary>
    public IEnumerable<PlacedText> Lines(string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var placed = PlacedText.Line(this, number, line).Trim();
            if (placed.Text.Length > 0 && placed.Text[0] != '#')
                yield return placed;
        }
    }
}
