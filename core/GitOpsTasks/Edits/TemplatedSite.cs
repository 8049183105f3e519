using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits;

/// <summary>A place that names an image and leaves its version to a template or variable: reported, never changed.</summary>
/// <param name="Name">The name the place is found by.</param>
/// <param name="Value">The scalar with the template.</param>
internal sealed record TemplatedSite(string Name, YamlNode Value) : ImageSite(Name, new ImageReference(Name))
{
    /// <inheritdoc />
    public override Diagnostic? Obstacle => Diagnostic.Warning(
        EditCodes.Templated,
        $"The version of '{Name}' is a template here and was left alone: {Value.Value}",
        "Change what fills the template in, or the template by hand.",
        Value.Place);

    /// <inheritdoc />
    public override bool IsNamed(string name) => DockerHub.ShortForm(Name) == DockerHub.ShortForm(name);

    /// <inheritdoc />
    public override IReadOnlyList<FieldChange> Set(YamlEditor editor, ImageUpdate update) => [];
}
