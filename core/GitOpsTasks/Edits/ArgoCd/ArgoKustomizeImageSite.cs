using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.ArgoCd;

/// <summary>One text of <c>kustomize.images</c>: <c>[NAME=]NEWNAME[:TAG][@DIGEST]</c>.</summary>
internal sealed record ArgoKustomizeImageSite : ImageSite
{
    private readonly YamlNode _text;
    private readonly string? _key;

    private ArgoKustomizeImageSite(string? key, ImageReference current, YamlNode text)
        : base(key ?? current.Name, current) => (_key, _text) = (key, text);

    /// <inheritdoc />
    public override string? Alias => _key is null ? null : Current.Name;

    /// <summary>The place in a scalar; null where its text has another form.</summary>
    public static ImageSite? In(YamlNode scalar)
    {
        if (!scalar.IsScalar)
            return null;
        var text = scalar.Value;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var key = equals > 0 ? text[..equals] : null;
        if (ImageReference.TryParse(text[(equals + 1)..], out var reference))
            return new ArgoKustomizeImageSite(key, reference, scalar);
        if (!TemplatedText.Is(text) || (key ?? TemplatedText.NameIn(text)) is not { } name)
            return null;
        return TemplatedText.Is(name) ? null : new TemplatedSite(name, scalar);
    }

    /// <inheritdoc />
    public override bool IsNamed(string name) => DockerHub.ShortForm(Name) == DockerHub.ShortForm(name);

    /// <inheritdoc />
    public override IReadOnlyList<FieldChange> Set(YamlEditor editor, ImageUpdate update)
    {
        var wanted = UpdatedReference.Of(Current, update);
        if (wanted == Current)
            return [];
        var key = _key ?? (wanted.Name == Current.Name ? null : Current.Name);
        var text = key is null ? wanted.ToString() : $"{key}={wanted}";
        editor.Replace(_text, text);
        return [new FieldChange(_text.Place, "kustomize.images", Name, _text.Value, text)];
    }
}
