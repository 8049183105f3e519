using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits;

/// <summary>The <c>image</c> of one container.</summary>
internal sealed record ManifestImageSite : ImageSite
{
    private readonly YamlNode _image;

    public ManifestImageSite(ImageReference current, YamlNode image)
        : base(current.Name, current) => _image = image;

    /// <inheritdoc />
    public override IReadOnlyList<FieldChange> Set(YamlEditor editor, ImageUpdate update)
    {
        var wanted = Current with
        {
            Name = update.NewName ?? Current.Name,
            Tag = update.Tag ?? Current.Tag,
            Digest = update.Digest ?? (update.Tag is null && update.NewName is null ? Current.Digest : null),
        };
        if (update.Digest is null && wanted with { Digest = null } == Current with { Digest = null })
            wanted = Current;
        if (wanted == Current)
            return [];
        editor.Replace(_image, wanted.ToString());
        return [new FieldChange(_image.Place, "image", Name, Current.ToString(), wanted.ToString())];
    }
}
