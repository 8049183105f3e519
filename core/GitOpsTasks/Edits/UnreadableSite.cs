using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits;

/// <summary>A text that should hold YAML and does not, as a template does not: reported where it names an image, never changed.</summary>
/// <param name="Text">The scalar.</param>
internal sealed record UnreadableSite(YamlNode Text) : ImageSite("", new ImageReference(""))
{
    /// <inheritdoc />
    public override Diagnostic? Obstacle => Diagnostic.Warning(
        EditCodes.FileSkipped,
        "The text names the image but was left alone: it does not read as YAML.",
        "Correct it, or change the image in it by hand; templates are not guessed at.",
        Text.Place);

    /// <inheritdoc />
    public override bool IsNamed(string name) => ImageMention.IsIn(Text.Value, name);

    /// <inheritdoc />
    public override IReadOnlyList<FieldChange> Set(YamlEditor editor, ImageUpdate update) => [];
}
