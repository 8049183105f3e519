using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits;

/// <summary>A place in the YAML that a scalar of another YAML holds, such as a kustomize patch or Argo CD's <c>helm.values</c>.</summary>
/// <param name="Host">The scalar.</param>
/// <param name="Inner">The place in its text.</param>
public sealed record NestedImageSite(YamlNode Host, ImageSite Inner) : ImageSite(Inner.Name, Inner.Current)
{
    /// <inheritdoc />
    public override string? Alias => Inner.Alias;

    /// <inheritdoc />
    public override Diagnostic? Obstacle => Inner.Obstacle;

    /// <inheritdoc />
    public override bool IsPart => Inner.IsPart;

    /// <inheritdoc />
    public override bool IsNamed(string name) => Inner.IsNamed(name);

    /// <inheritdoc />
    public override IReadOnlyList<FieldChange> Set(YamlEditor editor, ImageUpdate update) => Inner.Set(editor.Inside(Host), update);
}
