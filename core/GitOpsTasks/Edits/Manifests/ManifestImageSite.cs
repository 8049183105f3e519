using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Manifests;

/// <summary>A whole reference in one scalar, such as the <c>image</c> of a container.</summary>
internal sealed record ManifestImageSite : ImageSite
{
    private readonly YamlNode _image;
    private readonly string _field;

    public ManifestImageSite(ImageReference current, YamlNode image, string field = "image")
        : base(current.Name, current) => (_image, _field) = (image, field);

    /// <summary>The place in a scalar; null where its text is no reference.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="field">What its key is called.</param>
    public static ImageSite? In(YamlNode scalar, string field)
    {
        var text = scalar.Value;
        return ImageReference.TryParse(text, out var reference)
            ? new ManifestImageSite(reference, scalar, field)
            : TemplatedText.NameIn(text) is { } name ? new TemplatedSite(name, scalar) : null;
    }

    /// <inheritdoc />
    public override bool IsNamed(string name) => DockerHub.ShortForm(Name) == DockerHub.ShortForm(name);

    /// <inheritdoc />
    public override IReadOnlyList<FieldChange> Set(YamlEditor editor, ImageUpdate update)
    {
        var wanted = UpdatedReference.Of(Current, update);
        if (wanted == Current)
            return [];
        editor.Replace(_image, wanted.ToString());
        return [new FieldChange(_image.Place, _field, Name, Current.ToString(), wanted.ToString())];
    }
}
