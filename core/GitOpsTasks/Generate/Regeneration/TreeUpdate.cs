using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Turns a file's value into another by as few edits as that takes: what is the same keeps its bytes.</summary>
/// <param name="editor">Takes the edits.</param>
internal sealed class TreeUpdate(YamlEditor editor)
{
    /// <summary>Adds the edits.</summary>
    /// <param name="node">The node as it is.</param>
    /// <param name="current">Its value.</param>
    /// <param name="wanted">Its value to be; of the same kind, unless the node is null.</param>
    /// <param name="field">The key it stands below.</param>
    public void Update(YamlNode node, YamlValue current, YamlValue wanted, string field)
    {
        if (FieldValues.Same(current, wanted, field))
            return;
        switch (wanted)
        {
            case YamlMap map:
                UpdateMap(node.Resolved, current as YamlMap ?? [], map);
                break;
            case YamlList list:
                new ListUpdate(this, editor, node.Resolved, field).Update(current as YamlList ?? [], list);
                break;
            case YamlText text:
                editor.Replace(node, text.Text);
                break;
            case YamlPlain plain:
                editor.Replace(node, plain);
                break;
        }
    }

    /// <summary>Whether a node can get a value without going; another kind of node comes in its place, and so does one for an alias of a collection.</summary>
    public static bool IsInPlace(YamlNode node, YamlValue current, YamlValue wanted) => wanted switch
    {
        YamlMap => (current is YamlMap && node.Kind != YamlKind.Alias) || (current.IsNull() && node.IsNull),
        YamlList => (current is YamlList && node.Kind != YamlKind.Alias) || (current.IsNull() && node.IsNull),
        _ => current is YamlText or YamlPlain,
    };

    private void UpdateMap(YamlNode mapping, YamlMap current, YamlMap wanted)
    {
        var (here, next) = (current.ByKey(), wanted.ByKey());
        var pairs = new Dictionary<string, YamlPair>(StringComparer.Ordinal);
        foreach (var pair in mapping.Pairs.Where(pair => !MergedKeys.IsMerge(pair.Key)))
        {
            if (!next.ContainsKey(pair.Key.Resolved.Value))
                editor.Remove(pair.Key);
            else
                pairs.TryAdd(pair.Key.Resolved.Value, pair);
        }

        YamlPair? after = null;
        foreach (var (key, value) in wanted)
        {
            if (!pairs.TryGetValue(key, out var pair))
            {
                // A key taken in by '<<' is there already, or gets an own one that wins.
                if (!FieldValues.Same(here.GetValueOrDefault(key), value, key))
                    editor.InsertKey(mapping, key, value, after);
                continue;
            }

            if (FieldValues.Same(here[key], value, key) || IsInPlace(pair.Value, here[key], value))
            {
                Update(pair.Value, here[key], value, key);
                after = pair;
                continue;
            }

            editor.Remove(pair.Key);
            editor.InsertKey(mapping, key, value, after);
        }
    }
}
