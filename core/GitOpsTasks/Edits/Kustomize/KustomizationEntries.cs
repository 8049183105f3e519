using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>Adds entries to a kustomization's <c>images:</c>, written as the entries there are.</summary>
internal static class KustomizationEntries
{
    /// <summary>Adds an entry for each update, under the update's name, at the end of the list; the list where there is none.</summary>
    /// <returns>What was added: a change of <c>images</c> for each.</returns>
    public static IEnumerable<FieldChange> Add(YamlEditor editor, YamlNode kustomization, IReadOnlyList<ImageUpdate> updates)
    {
        Add(editor, kustomization, [.. updates.Select(update => ValueOf(kustomization, FieldsOf(update)))]);
        var place = (ListOf(kustomization) ?? kustomization).Place;
        return updates.Select(update => new FieldChange(place, "images", update.Name, null, update.ToString()));
    }

    /// <summary>Adds entries at the end of the list; the list where there is none.</summary>
    public static void Add(YamlEditor editor, YamlNode kustomization, IReadOnlyList<YamlMap> entries)
    {
        if (ListOf(kustomization) is { } list)
        {
            foreach (var entry in entries)
                editor.InsertItem(list, entry);
        }
        else if (entries.Count > 0)
        {
            editor.InsertKey(kustomization, "images", new YamlList(entries));
        }
    }

    /// <summary>The list entries are added to; null where the kustomization has none.</summary>
    public static YamlNode? ListOf(YamlNode kustomization) =>
        (KustomizationFile.Field(kustomization, "images") ?? KustomizationFile.Field(kustomization, "imageTags"))?.Value.Resolved;

    /// <summary>An entry in the habits of the others: braces, and quotes where they use them without need.</summary>
    /// <param name="kustomization">The kustomization it is for.</param>
    /// <param name="fields">Its fields in order; those without a value are left out.</param>
    public static YamlMap ValueOf(YamlNode kustomization, IEnumerable<KeyValuePair<string, string?>> fields)
    {
        var others = KustomizationEntry.In(kustomization).Select(entry => entry.Node).ToList();
        var map = new YamlMap { IsInline = others.Count > 0 && others[^1].Style == YamlStyle.Flow };
        foreach (var (field, value) in fields.Where(field => field.Value is not null))
            map.Add(field, new YamlText(value!) { Style = StyleOf(others, field) });
        return map;
    }

    private static KeyValuePair<string, string?>[] FieldsOf(ImageUpdate update) =>
    [
        KeyValuePair.Create("name", (string?)update.Name),
        KeyValuePair.Create("newName", update.NewName),
        KeyValuePair.Create("newTag", update.Tag),
        KeyValuePair.Create("digest", update.Digest),
    ];

    private static YamlStyle StyleOf(List<YamlNode> others, string field)
    {
        var last = others.Select(entry => (KustomizationFile.Field(entry, field) ?? KustomizationFile.Field(entry, "newTag"))?.Value.Resolved).LastOrDefault(value => value is not null);
        return last is { Style: YamlStyle.SingleQuoted or YamlStyle.DoubleQuoted } quoted && PlainScalar.IsString(quoted.Value) ? quoted.Style : YamlStyle.Plain;
    }
}
