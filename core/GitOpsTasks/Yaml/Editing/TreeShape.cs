namespace GitOpsTasks.Yaml;

/// <summary>
/// A tree as a flat list of what matters about each node, to compare the tree an edit means with the tree that the edited
/// file has.
/// </summary>
internal static class TreeShape
{
    /// <summary>One node; collections are closed by an entry of their own.</summary>
    internal readonly record struct Entry(string Kind, string Value, string? Anchor, string? Tag, bool IsString);

    private static readonly Entry s_end = new("end", "", null, null, false);

    /// <summary>The shape of a file as it is.</summary>
    public static IEnumerable<Entry> Of(YamlFile file) => Of(file, []);

    /// <summary>The shape a file should have after some edits.</summary>
    public static IEnumerable<Entry> Of(YamlFile file, IReadOnlyCollection<YamlEdit> edits)
    {
        var byNode = edits.ToLookup(edit => edit.Node.Index);
        return file.Documents.SelectMany(root => OfNode(root, byNode));
    }

    private static IEnumerable<Entry> OfNode(YamlNode node, ILookup<int, YamlEdit> edits)
    {
        if (edits[node.Index].OfType<YamlEdit.Replace>().LastOrDefault() is { } replace)
            return [new Entry("Scalar", replace.Text, node.Anchor, node.Tag, IsString: true)];
        return node.Kind switch
        {
            YamlKind.Mapping => OfCollection(node, OfPairs(node, edits)),
            YamlKind.Sequence => OfCollection(node, OfItems(node, edits)),
            _ => [new Entry(node.Kind.ToString(), node.Value, node.Anchor, node.Tag, IsString(node))],
        };
    }

    private static IEnumerable<Entry> OfCollection(YamlNode node, IEnumerable<Entry> content) =>
        content.Prepend(new Entry(node.Kind.ToString(), "", node.Anchor, node.Tag, IsString: false)).Append(s_end);

    private static IEnumerable<Entry> OfPairs(YamlNode node, ILookup<int, YamlEdit> edits)
    {
        var inserts = edits[node.Index].OfType<YamlEdit.InsertKey>().ToList();
        foreach (var pair in node.Pairs)
        {
            if (!edits[pair.Key.Index].OfType<YamlEdit.Remove>().Any())
            {
                foreach (var entry in OfNode(pair.Key, edits).Concat(OfNode(pair.Value, edits)))
                    yield return entry;
            }

            foreach (var entry in inserts.Where(insert => insert.After == pair).SelectMany(OfInserted))
                yield return entry;
        }

        foreach (var entry in inserts.Where(insert => insert.After is null).SelectMany(OfInserted))
            yield return entry;
    }

    private static IEnumerable<Entry> OfInserted(YamlEdit.InsertKey insert) =>
        OfValue(insert.Value).Prepend(Text(insert.Key));

    private static IEnumerable<Entry> OfItems(YamlNode node, ILookup<int, YamlEdit> edits) =>
        node.Items.Where(item => !edits[item.Index].OfType<YamlEdit.Remove>().Any())
            .SelectMany(item => OfNode(item, edits))
            .Concat(edits[node.Index].OfType<YamlEdit.InsertItem>().SelectMany(insert => OfValue(insert.Item)));

    private static IEnumerable<Entry> OfValue(YamlValue value) => value switch
    {
        YamlText { Text: var text } => [Text(text)],
        YamlPlain { Text: var text } => [new Entry("Scalar", text, null, null, PlainScalar.IsString(text))],
        YamlMap map => Wrap("Mapping", map.SelectMany(pair => OfValue(pair.Value).Prepend(Text(pair.Key)))),
        YamlList list => Wrap("Sequence", list.SelectMany(OfValue)),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static IEnumerable<Entry> Wrap(string kind, IEnumerable<Entry> content) =>
        content.Prepend(new Entry(kind, "", null, null, IsString: false)).Append(s_end);

    private static Entry Text(string text) => new("Scalar", text, null, null, IsString: true);

    private static bool IsString(YamlNode node) =>
        node.IsScalar && (node.Style != YamlStyle.Plain || PlainScalar.IsString(node.Value));
}
