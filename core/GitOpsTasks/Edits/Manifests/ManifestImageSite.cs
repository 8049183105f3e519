using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Manifests;

/// <summary>The <c>image</c> of one container.</summary>
internal sealed record ManifestImageSite : ImageSite
{
    private readonly YamlNode _image;

    public ManifestImageSite(ImageReference current, YamlNode image)
        : base(current.Name, current) => _image = image;

    /// <inheritdoc />
    public override IReadOnlyList<FieldChange> Set(YamlEditor editor, ImageUpdate update)
    {
        var moved = Current with { Name = update.NewName ?? Current.Name, Tag = update.Tag ?? Current.Tag };
        var wanted = update.Digest is { } digest ? moved with { Digest = digest }
            : Current.Digest is null ? moved
            : moved with { Digest = update.KnownDigest ?? (moved == Current ? Current.Digest : null) };
        if (wanted == Current)
            return [];
        editor.Replace(_image, wanted.ToString());
        return [new FieldChange(_image.Place, "image", Name, Current.ToString(), wanted.ToString())];
    }
}
