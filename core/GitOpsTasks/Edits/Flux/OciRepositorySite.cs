using GitOpsTasks.Edits.Helm;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Flux;

/// <summary>The artifact that an OCIRepository names by <c>url</c>, and by tag or digest in <c>ref</c>.</summary>
internal sealed record OciRepositorySite : ImageSite
{
    private const string Scheme = "oci://";

    private readonly YamlNode _url;
    private readonly YamlNode _ref;

    private OciRepositorySite(ImageReference current, YamlNode url, YamlNode reference)
        : base(current.Name, current) => (_url, _ref) = (url, reference);

    /// <summary>The place; null where it follows a range of versions, or names none.</summary>
    public static ImageSite? Of(YamlNode? spec)
    {
        if (spec?["url"] is not { IsScalar: true } url || !url.Value.StartsWith(Scheme, StringComparison.Ordinal) || spec?["ref"] is not { IsMapping: true } reference)
            return null;
        var name = url.Value[Scheme.Length..].TrimEnd('/');
        var (tag, digest) = (reference.Text("tag"), reference.Text("digest"));
        if (!ImageGrammar.IsName(name) || reference.Find("semver") is not null || (tag ?? digest) is null)
            return null;
        return TemplatedText.Is(tag ?? "") ? new TemplatedSite(name, reference["tag"]!.Value) : new OciRepositorySite(new ImageReference(name, tag, digest), url, reference);
    }

    /// <inheritdoc />
    public override IReadOnlyList<FieldChange> Set(YamlEditor editor, ImageUpdate update)
    {
        var wanted = UpdatedReference.Of(Current, update);
        var fields = new MappingFields(_ref, "ref");
        var changes = new List<FieldChange?>();
        if (wanted.Name != Name)
        {
            editor.Replace(_url, Scheme + wanted.Name);
            changes.Add(new FieldChange(_url.Place, "url", Name, _url.Value, Scheme + wanted.Name));
        }

        if (wanted.Tag is { } tag)
            changes.Add(fields.Set(editor, Name, "tag", tag, "tag"));
        if (wanted.Digest is { } digest)
            changes.Add(fields.Set(editor, Name, "digest", digest, "tag"));
        else if (_ref.Find("digest") is { } stale)
            changes.Add(Remove(editor, stale));
        return [.. changes.OfType<FieldChange>()];
    }

    private FieldChange Remove(YamlEditor editor, YamlPair stale)
    {
        editor.Remove(stale.Key);
        return new FieldChange(stale.Key.Place, "digest", Name, stale.Value.Resolved.Value, null);
    }
}
