using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>One entry of a kustomization's <c>images:</c>.</summary>
internal sealed record KustomizationImageSite : ImageSite
{
    private readonly YamlNode _entry;

    private KustomizationImageSite(string name, ImageReference current, YamlNode entry)
        : base(name, current) => _entry = entry;

    /// <inheritdoc />
    public override string? Alias => KustomizationFile.FieldText(_entry, "newName");

    public static KustomizationImageSite Of(string name, YamlNode entry) =>
        new(name, new ImageReference(
            KustomizationFile.FieldText(entry, "newName") ?? name, KustomizationFile.FieldText(entry, "newTag"), KustomizationFile.FieldText(entry, "digest")), entry);

    /// <inheritdoc />
    public override IReadOnlyList<FieldChange> Set(YamlEditor editor, ImageUpdate update)
    {
        var changes = new List<FieldChange>();
        if (update.NewName is { } newName)
            SetField(editor, changes, "newName", newName);
        if (update.Tag is { } tag)
            SetField(editor, changes, "newTag", tag);
        if (update.Digest is { } digest)
            SetField(editor, changes, "digest", digest);
        else if (update.KnownDigest is not null || changes.Count > 0)
            ReplaceStaleDigest(editor, changes, update.KnownDigest);
        return changes;
    }

    private void SetField(YamlEditor editor, List<FieldChange> changes, string field, string value)
    {
        if (KustomizationFile.Field(_entry, field) is not { } pair)
        {
            editor.InsertKey(_entry, field, value);
            changes.Add(new FieldChange(_entry.Place, field, Name, null, value));
            return;
        }

        var node = pair.Value.Resolved;
        var isText = node.IsScalar && (node.Style != YamlStyle.Plain || PlainScalar.IsString(node.Value));
        if (isText && node.Value == value)
            return;
        editor.Replace(node, value);
        changes.Add(new FieldChange(node.Place, field, Name, node.Value, value));
    }

    // kustomize writes tag@digest and the kubelet follows the digest: an old one would keep the old image running.
    private void ReplaceStaleDigest(YamlEditor editor, List<FieldChange> changes, string? known)
    {
        if (KustomizationFile.Field(_entry, "digest") is not { } pair)
            return;
        if (known is not null)
        {
            SetField(editor, changes, "digest", known);
            return;
        }

        editor.Remove(pair.Key);
        changes.Add(new FieldChange(pair.Key.Place, "digest", Name, pair.Value.Resolved.Value, null));
    }
}
