using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>
/// Does to a kustomization's entries what <c>kustomize edit set image</c> does, so that it builds to the same: a part that is
/// neither given nor starred goes, of several entries of a name the first stays, and entries that meet each other's images
/// stand in the order of their names. All else in the file stays as it is.
/// </summary>
internal static class EntryReplacement
{
    /// <summary>Works out the edits of the kustomizations at some paths, and of nothing else.</summary>
    /// <exception cref="TaskFailedException">GOT3030: a path has no kustomization; GOT2004: the edit was refused.</exception>
    public static async ValueTask<IReadOnlyList<ImageFileEdit>> AtAsync(
        IConfigTree tree, IReadOnlyList<TreePath> paths, IReadOnlyList<ImageUpdate> updates, ImageEditRules rules, CancellationToken cancellationToken)
    {
        var files = await tree.ReadAsync([.. paths.SelectMany(KustomizationPaths.Candidates).Distinct()], cancellationToken);
        return [.. paths.Select(path => KustomizationPaths.TheOneAt(path, files)).DistinctBy(file => file.Path).OrderBy(file => file.Path).Select(file => Of(file, updates, rules))];
    }

    /// <summary>Works out the edit of one file.</summary>
    /// <exception cref="TaskFailedException">GOT3030: the file holds no kustomization; GOT2004: the edit was refused.</exception>
    public static ImageFileEdit Of(TreeFile file, IReadOnlyList<ImageUpdate> updates, ImageEditRules rules)
    {
        var yaml = YamlFile.Parse(file.Content, file.Path.Value);
        if (!yaml.IsValid || KustomizationFile.In(yaml) is not { } kustomization)
        {
            throw TaskFailedException.Findings(
                EditCodes.NoKustomization, $"'{file.Path}' holds no kustomization that can be read.", "Correct it first.", yaml.Diagnostics is [var first, ..] ? first.Place : null);
        }

        var newer = new NewerSites(yaml, rules);
        var sites = new KustomizationImages().Find(yaml).DistinctBy(site => site.Name).ToLookup(site => site.Name, StringComparer.Ordinal);
        var wanted = updates.GroupBy(update => update.Name, StringComparer.Ordinal).Select(same => same.Last()).Where(update => !sites[update.Name].Any(site => newer.Keeps(site, update))).ToList();
        var editor = new YamlEditor(yaml);
        var fields = wanted.Count == 0 ? [] : Set(editor, kustomization, wanted).ToList();
        var change = editor.IsEmpty ? null : new FileChange(file.Path, editor.Apply(), file.Kind);
        return new ImageFileEdit(change, fields, updates, [.. newer.Notes]) { Superseded = newer.Kept };
    }

    private static IEnumerable<FieldChange> Set(YamlEditor editor, YamlNode kustomization, IReadOnlyList<ImageUpdate> updates)
    {
        var byName = updates.GroupBy(update => update.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        var present = KustomizationEntry.In(kustomization).ToList();
        var kept = present.DistinctBy(entry => entry.Name).Select(entry => new ReplacedEntry(entry.Name, entry, byName.GetValueOrDefault(entry.Name))).ToList();
        var moved = byName.Values.Where(update => !present.Exists(entry => entry.Name == update.Name)).Select(update => new ReplacedEntry(update.Name, null, update)).ToList();
        while (Misplaced(kept, moved) is { } entry)
        {
            kept.Remove(entry);
            moved.Add(entry);
        }

        var stays = kept.ConvertAll(entry => entry.Before);
        foreach (var entry in present.Except(stays))
            editor.Remove(entry!.Listed);
        var doubled = present.Except(present.DistinctBy(entry => entry.Name))
            .Select(entry => new FieldChange(entry.Node.Place, "images", entry.Name, ReferenceOf(new ReplacedEntry(entry.Name, entry, null)), null));
        return [.. doubled, .. kept.Where(entry => entry.Update is not null).SelectMany(entry => Change(editor, entry)), .. Append(editor, kustomization, moved)];
    }

    // Moved entries come last, in the order of their names.
    private static ReplacedEntry? Misplaced(List<ReplacedEntry> kept, List<ReplacedEntry> moved)
    {
        for (var at = 0; at < kept.Count; at++)
        {
            var entry = kept[at];
            if (kept.Skip(at + 1).Concat(moved).Any(later => string.CompareOrdinal(later.Name, entry.Name) < 0 && entry.Meets(later)))
                return entry;
        }

        return null;
    }

    private static IEnumerable<FieldChange> Change(YamlEditor editor, ReplacedEntry entry) => KustomizationEntry.Fields
        .SelectMany(name => entry[name] is { } text ? entry.Before!.Set(editor, name, text) : entry.Before!.Drop(editor, name));

    private static IEnumerable<FieldChange> Append(YamlEditor editor, YamlNode kustomization, List<ReplacedEntry> entries)
    {
        var ordered = entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).ToList();
        var values = ordered.Select(entry => KustomizationEntries.ValueOf(
            kustomization, KustomizationEntry.Fields.Select(field => KeyValuePair.Create(field, entry[field])).Prepend(KeyValuePair.Create("name", (string?)entry.Name))));
        KustomizationEntries.Add(editor, kustomization, [.. values]);
        var place = (KustomizationEntries.ListOf(kustomization) ?? kustomization).Place;
        return ordered.Where(entry => entry.Update is not null).Select(entry => new FieldChange(
            place, "images", entry.Name, entry.Before is { } before ? ReferenceOf(new ReplacedEntry(entry.Name, before, null)) : null, ReferenceOf(entry)));
    }

    private static string ReferenceOf(ReplacedEntry entry) => new ImageUpdate(entry.Name, entry["newName"], entry["newTag"], entry["digest"]).ToString();
}
