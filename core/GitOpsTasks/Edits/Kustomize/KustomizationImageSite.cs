using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>One entry of a kustomization's <c>images:</c>.</summary>
internal sealed record KustomizationImageSite : ImageSite
{
    private readonly KustomizationEntry _entry;

    public KustomizationImageSite(KustomizationEntry entry)
        : base(entry.Name, new ImageReference(entry["newName"] ?? entry.Name, entry["newTag"], entry["digest"])) => _entry = entry;

    /// <inheritdoc />
    public override string? Alias => _entry["newName"];

    /// <inheritdoc />
    public override IReadOnlyList<FieldChange> Set(YamlEditor editor, ImageUpdate update)
    {
        var changes = new List<FieldChange>();
        if (update.NewName is { } newName)
            changes.AddRange(_entry.Set(editor, "newName", newName));
        var tagChanges = update.Tag is { } tag ? _entry.Set(editor, "newTag", tag).ToList() : [];
        changes.AddRange(tagChanges);
        if (update.Digest is { } digest)
            changes.AddRange(_entry.Set(editor, "digest", digest));
        else if (tagChanges.Count > 0 || (!update.Starred.HasFlag(ImageParts.Digest) && (changes.Count > 0 || update.KnownDigest is not null)))
            changes.AddRange(ReplaceStaleDigest(editor, update.KnownDigest));
        return changes;
    }

    // kustomize writes tag@digest and the kubelet follows the digest: an old one would keep the old image running.
    private IEnumerable<FieldChange> ReplaceStaleDigest(YamlEditor editor, string? known)
    {
        if (KustomizationFile.Field(_entry.Node, "digest") is null)
            return [];
        return known is null ? _entry.Drop(editor, "digest") : _entry.Set(editor, "digest", known);
    }
}
