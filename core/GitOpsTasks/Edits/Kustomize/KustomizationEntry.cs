using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>One entry of a kustomization's <c>images:</c>, as it is read and as its fields are changed.</summary>
/// <param name="Listed">The item of the list, which may be an alias.</param>
/// <param name="Name">The entry's name.</param>
internal sealed record KustomizationEntry(YamlNode Listed, string Name)
{
    /// <summary>The fields that say what becomes of an image, in the order they are written.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["newName", "newTag", "digest", "tagSuffix"];

    /// <summary>The entry's mapping.</summary>
    public YamlNode Node => Listed.Resolved;

    /// <summary>The entries of a kustomization in their order; those of <c>imageTags</c>, as the list was once called, too.</summary>
    public static IEnumerable<KustomizationEntry> In(YamlNode kustomization)
    {
        foreach (var list in new[] { KustomizationFile.Field(kustomization, "images"), KustomizationFile.Field(kustomization, "imageTags") })
        {
            foreach (var item in list?.Value.Resolved.Items ?? [])
            {
                if (item.Resolved.IsMapping && KustomizationFile.FieldText(item.Resolved, "name") is { Length: > 0 } name)
                    yield return new KustomizationEntry(item, name);
            }
        }
    }

    /// <summary>The text of a field; null where it is missing or empty.</summary>
    public string? this[string field] => KustomizationFile.FieldText(Node, field) is { Length: > 0 } text ? text : null;

    /// <summary>Gives a field a value, also where it is written as a number.</summary>
    public IEnumerable<FieldChange> Set(YamlEditor editor, string field, string value)
    {
        if (KustomizationFile.Field(Node, field) is not { } pair)
        {
            editor.InsertKey(Node, field, value);
            return [new FieldChange(Node.Place, field, Name, null, value)];
        }

        var node = pair.Value.Resolved;
        var isText = node.IsScalar && (node.Style != YamlStyle.Plain || PlainScalar.IsString(node.Value));
        if (isText && node.Value == value)
            return [];
        editor.Replace(node, value);
        return [new FieldChange(node.Place, field, Name, node.Value, value)];
    }

    /// <summary>Takes a field out.</summary>
    public IEnumerable<FieldChange> Drop(YamlEditor editor, string field)
    {
        if (KustomizationFile.Field(Node, field) is not { } pair)
            return [];
        editor.Remove(pair.Key);
        return [new FieldChange(pair.Key.Place, field, Name, pair.Value.Resolved.Value, null)];
    }
}
