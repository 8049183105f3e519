using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Layout;

/// <summary>A list of a kustomization that items are added to and removed from, while all others stay as they are.</summary>
/// <param name="root">The kustomization.</param>
/// <param name="key">The list's key.</param>
internal sealed class KustomizationList(YamlNode root, string key)
{
    /// <summary>Adds items that are missing and removes others.</summary>
    /// <param name="editor">Takes the changes.</param>
    /// <param name="wanted">The names of items that have to be there, and the items.</param>
    /// <param name="obsolete">Whether an item of a name has to go.</param>
    /// <param name="nameOf">The name of an item; null where it has none.</param>
    public void Update(
        YamlEditor editor,
        IReadOnlyList<(string Name, YamlValue Item)> wanted,
        Func<string, bool> obsolete,
        Func<YamlNode, string?> nameOf)
    {
        var pair = root.Find(key);
        var list = pair?.Value;
        if (list is { IsSequence: false, IsNull: false } other)
        {
            throw TaskFailedException.Findings(
                GenerateCodes.KustomizationUnclear, $"'{key}' is not a plain list.", "Write its items below it, each after a dash.", other.Place);
        }

        var items = list?.Items.ToList() ?? [];
        var names = items.Select(item => nameOf(item.Resolved)).ToHashSet(StringComparer.Ordinal);
        var missing = wanted.Where(item => !names.Contains(item.Name)).Select(item => item.Item).ToList();
        var leaving = items.Where(item => nameOf(item.Resolved) is { } name && obsolete(name)).ToList();
        if (leaving.Count == items.Count)
        {
            Rewrite(editor, pair, leaving.Count, missing);
            return;
        }

        foreach (var item in leaving)
            editor.Remove(item);
        foreach (var item in missing)
            editor.InsertItem(list!.Value, item);
    }

    // No item stays: the list goes, and comes anew where it gets items. An empty list that nothing is added to is left alone.
    private void Rewrite(YamlEditor editor, YamlPair? pair, int leaving, List<YamlValue> missing)
    {
        if (pair is { } there && (leaving > 0 || missing.Count > 0))
            editor.Remove(there.Key);
        if (missing.Count > 0)
            editor.InsertKey(root, key, new YamlList(missing));
    }
}
