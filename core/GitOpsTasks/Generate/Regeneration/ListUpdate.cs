using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Turns one list of a file into another.</summary>
/// <param name="update">Updates what is in items.</param>
/// <param name="editor">Takes the edits.</param>
/// <param name="list">The list as it is.</param>
/// <param name="field">The key it stands below.</param>
internal sealed class ListUpdate(TreeUpdate update, YamlEditor editor, YamlNode list, string field)
{
    private readonly List<YamlNode> _nodes = [.. list.Items];

    /// <summary>Adds the edits.</summary>
    public void Update(YamlList current, YamlList wanted)
    {
        var (here, next) = (current.ToList(), wanted.ToList());
        var key = ListKey.Of(field, current, wanted);
        var partners = key is null ? ListAlignment.InOrder(here, next) : ListAlignment.ByKey(key, here, next);
        if (key is null && next.Count > 0 && partners[0] != 0 && here.Count > 0 && partners.Any(partner => partner >= 0))
            partners = Foremost(here, next);
        foreach (var leaving in Enumerable.Range(0, here.Count).Except(partners))
            editor.Remove(_nodes[leaving]);
        YamlNode? after = null;
        for (var i = 0; i < next.Count; i++)
        {
            if (partners[i] is var at and >= 0 && (FieldValues.Same(here[at], next[i], "") || TreeUpdate.IsInPlace(_nodes[at], here[at], next[i])))
            {
                update.Update(_nodes[at], here[at], next[i], "");
                after = _nodes[at];
                continue;
            }

            if (partners[i] >= 0)
                editor.Remove(_nodes[partners[i]]);
            editor.InsertItem(list, next[i], after);
        }
    }

    // Nothing can be put before the first item: where one has to come there and the order counts, texts move from item to item, and
    // mappings come anew.
    private static int[] Foremost(List<YamlValue> here, List<YamlValue> next) =>
        here.Concat(next).All(item => item is YamlText or YamlPlain)
            ? [.. next.Select((_, index) => index < here.Count ? index : -1)]
            : [.. next.Select(_ => -1)];
}
