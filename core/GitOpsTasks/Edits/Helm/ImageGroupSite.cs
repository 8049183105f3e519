using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Helm;

/// <summary>An image that is written in parts: <c>repository</c>, <c>tag</c>, <c>registry</c> and <c>digest</c>, each in a field.</summary>
internal sealed record ImageGroupSite : ImageSite
{
    private const string Sha256 = "sha256:";

    private readonly ImageGroup _group;
    private readonly WrittenVersion _version;

    private ImageGroupSite(ImageReference current, ImageGroup group, WrittenVersion version)
        : base(current.Name, current) => (_group, _version) = (group, version);

    /// <inheritdoc />
    public override string? Alias => Registry.Length > 0 ? Repository : null;

    private string Registry => _group.Fields.TextOf(_group.Registry).TrimEnd('/');

    private string Repository => _group.Fields.TextOf(_group.Name);

    /// <summary>The place; null where the fields are about something else than an image.</summary>
    public static ImageSite? Of(ImageGroup group)
    {
        var (fields, repository) = (group.Fields, group.Fields.TextOf(group.Name));
        var registry = fields.TextOf(group.Registry).TrimEnd('/');
        var name = registry.Length == 0 ? repository : $"{registry}/{repository}";
        if (!ImageGrammar.IsName(name))
            return fields[group.Name] is { } node && ImageReference.TryParse(name, out var whole) && whole.Name != name && registry.Length == 0 && !fields.Has(group.Tag)
                ? Manifests.ManifestImageSite.In(node, group.Name)
                : null;
        var version = WrittenVersion.Read(fields.TextOf(group.Tag), fields.TextOf(group.Digest), group.Digest.EndsWith("sha", StringComparison.OrdinalIgnoreCase));
        return Array.Find([group.Tag, group.Digest], field => TemplatedText.Is(fields.TextOf(field))) is { } templated
            ? new TemplatedSite(name, fields[templated]!.Value)
            : new ImageGroupSite(new ImageReference(name, version.Tag, version.Digest), group, version);
    }

    /// <inheritdoc />
    public override bool IsNamed(string name) => DockerHub.ShortForm(Name) == DockerHub.ShortForm(name);

    /// <inheritdoc />
    public override IReadOnlyList<FieldChange> Set(YamlEditor editor, ImageUpdate update)
    {
        var wanted = UpdatedReference.Of(Current, update);
        var changes = new List<FieldChange?>();
        if (update.NewName is not null)
            changes.AddRange(SetName(editor, wanted));
        var inField = _group.Fields.Has(_group.Digest) && !_version.DigestIsInTag;
        if (wanted.Digest is not null && !inField && wanted.Tag is null)
            throw NoPlaceForDigest(wanted.Digest);
        var tag = WrittenVersion.TagText(wanted, inField);
        if (tag.Length > 0 && (update.Tag is not null || tag != _group.Fields.TextOf(_group.Tag)))
            changes.Add(SetField(editor, _group.Tag, tag));
        if (inField)
            changes.AddRange(SetDigest(editor, wanted.Digest));
        if (wanted.Tag != Current.Tag || wanted.Name != Name)
            changes.AddRange(DropFurtherDigests(editor));
        return [.. changes.OfType<FieldChange>()];
    }

    private IEnumerable<FieldChange?> SetName(YamlEditor editor, ImageReference wanted)
    {
        var (registry, repository) = ("", wanted.Name);
        if (_group.Fields.Has(_group.Registry))
        {
            (registry, repository) = Registry.Length > 0 && wanted.Name.StartsWith(Registry + "/", StringComparison.Ordinal)
                ? (Registry, wanted.Name[(Registry.Length + 1)..])
                : (wanted.Registry ?? (Registry.Length > 0 ? "docker.io" : ""), wanted.Repository);
        }

        if (registry != Registry)
            yield return SetField(editor, _group.Registry, registry);
        if (repository != Repository)
            yield return SetField(editor, _group.Name, repository);
    }

    // An emptied key overrides a digest that the chart or a values file below gives; a removed one would let it through.
    private IEnumerable<FieldChange?> SetDigest(YamlEditor editor, string? digest)
    {
        if (digest == Current.Digest)
            yield break;
        var isBare = _version.DigestIsBare && digest is not null;
        if (isBare && !digest!.StartsWith(Sha256, StringComparison.Ordinal))
            throw NoPlaceForDigest(digest);
        yield return SetField(editor, _group.Digest, digest is null ? "" : isBare ? digest[Sha256.Length..] : digest);
        if (_group.Fields["useDigest"] is { } use && use.Value != (digest is null ? "false" : "true"))
        {
            editor.Replace(use, new YamlPlain(digest is null ? "false" : "true"));
            yield return new FieldChange(use.Place, "useDigest", Name, use.Value, digest is null ? "false" : "true");
        }
    }

    // Such as digestChroot of ingress-nginx, of another build with the same tag.
    private IEnumerable<FieldChange?> DropFurtherDigests(YamlEditor editor) => _group.Fields.Names
        .Where(name => name != _group.Digest && name.StartsWith("digest", StringComparison.Ordinal) && ImageGrammar.IsDigest(_group.Fields.TextOf(name)))
        .Select(name => SetField(editor, name, ""));

    private FieldChange? SetField(YamlEditor editor, string field, string text) => _group.Fields.Set(editor, Name, field, text, _group.Name);

    private TaskFailedException NoPlaceForDigest(string digest) => TaskFailedException.Findings(
        EditCodes.NoPlaceForDigest,
        $"'{Name}' has no field here that can hold the digest '{digest}'.",
        "Give the tag too, as NAME:TAG@DIGEST, or add a key for the digest that the chart reads.",
        (_group.Fields[_group.Name] ?? _group.Fields[_group.Tag])?.Place);
}
