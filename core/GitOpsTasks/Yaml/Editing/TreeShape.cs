using System.Text;

namespace GitOpsTasks.Yaml;

/// <summary>
/// A tree as a flat list of what matters about each node, to compare the tree an edit means with the tree that the edited
/// file has.
/// </summary>
internal sealed class TreeShape
{
    private readonly List<Entry> _entries = [];
    private readonly ILookup<int, YamlEdit> _edits;
    private readonly Stack<Frame> _open = new();

    private TreeShape(IEnumerable<YamlEdit> edits) => _edits = edits.ToLookup(edit => edit.Node.Index);

    /// <summary>One node; collections are closed by an entry of their own. The style is null where an edit chooses it.</summary>
    internal readonly record struct Entry(string Kind, string Value, string? Anchor, string? Tag, bool IsString, YamlStyle? Style);

    private sealed record Frame(YamlNode Node)
    {
        public int Children { get; set; }

        public int LastMember { get; set; } = -1;
    }

    /// <summary>The shape a file should have after some edits; of the file as it is where there are none.</summary>
    public static IReadOnlyList<Entry> Of(YamlFile file, IEnumerable<YamlEdit> edits)
    {
        var shape = new TreeShape(edits);
        foreach (var root in file.Documents)
            shape.AddDocument(root);
        return shape._entries;
    }

    /// <summary>Whether a tree is the one that was meant.</summary>
    public static bool Matches(IReadOnlyList<Entry> meant, IReadOnlyList<Entry> found)
    {
        if (meant.Count != found.Count)
            return false;
        for (var i = 0; i < meant.Count; i++)
        {
            if (meant[i] != (meant[i].Style is null ? found[i] with { Style = null } : found[i]))
                return false;
        }

        return true;
    }

    /// <summary>Whether every reader takes a scalar for a text.</summary>
    public static bool IsString(YamlNode node) =>
        node.IsScalar && (node.Style != YamlStyle.Plain || PlainScalar.IsString(node.Value));

    private void AddDocument(YamlNode root)
    {
        for (var index = root.Index; index < root.NextIndex;)
        {
            Close(index);
            var node = new YamlNode(root.File, index);
            if (_open.TryPeek(out var frame) && IsMemberStart(frame))
            {
                AddInserted(frame.Node, frame.LastMember);
                frame.LastMember = index;
                if (_edits[index].Any(edit => edit is YamlEdit.Remove))
                {
                    index = EndOfMember(frame.Node, node);
                    continue;
                }
            }

            if (frame is not null)
                frame.Children++;
            index = Add(node);
        }

        Close(root.NextIndex);
    }

    private static bool IsMemberStart(Frame frame) => frame.Node.IsSequence || frame.Children % 2 == 0;

    private static int EndOfMember(YamlNode collection, YamlNode first) =>
        collection.IsSequence ? first.NextIndex : new YamlNode(first.File, first.NextIndex).NextIndex;

    private int Add(YamlNode node)
    {
        switch (_edits[node.Index].LastOrDefault(edit => edit is YamlEdit.Replace or YamlEdit.Nested or YamlEdit.Insert))
        {
            case YamlEdit.Replace replace:
                AddValue(replace.Value, node);
                return node.NextIndex;
            case YamlEdit.Nested nested:
                AddValue(Encoding.UTF8.GetString(nested.Result), node);
                return node.NextIndex;
            case YamlEdit.Insert insert when node.IsScalar:
                Open(insert is YamlEdit.InsertKey ? YamlKind.Mapping : YamlKind.Sequence, node, style: null);
                AddInserted(node, -1, atEnd: true);
                AddEnd();
                return node.NextIndex;
        }

        if (node.IsMapping || node.IsSequence)
        {
            Open(node.Kind, node, IsEmptied(node) ? null : node.Style);
            _open.Push(new Frame(node));
            return node.Index + 1;
        }

        _entries.Add(new Entry(node.Kind.ToString(), node.Value, node.Anchor, node.Tag, IsString(node), node.Style));
        return node.NextIndex;
    }

    private bool IsEmptied(YamlNode node) =>
        (node.IsMapping ? node.Pairs.Select(pair => pair.Key) : node.Items).All(member => _edits[member.Index].Any(edit => edit is YamlEdit.Remove));

    private void Close(int index)
    {
        while (_open.TryPeek(out var frame) && frame.Node.NextIndex <= index)
        {
            _open.Pop();
            AddInserted(frame.Node, frame.LastMember, atEnd: true);
            AddEnd();
        }
    }

    private void AddInserted(YamlNode collection, int lastMember, bool atEnd = false)
    {
        foreach (var insert in _edits[collection.Index].OfType<YamlEdit.Insert>().Where(insert => insert.AfterMember is { } after ? after.Index == lastMember : atEnd))
        {
            if (insert is YamlEdit.InsertKey key)
                AddValue(key.Key);
            AddValue(insert is YamlEdit.InsertItem item ? item.Item : ((YamlEdit.InsertKey)insert).Value);
        }
    }

    private void AddValue(YamlValue value, YamlNode? replaced = null)
    {
        switch (value)
        {
            case YamlText text:
                AddScalar(text.Text, isString: true, replaced);
                break;
            case YamlPlain plain:
                AddScalar(plain.Text, PlainScalar.IsString(plain.Text), replaced);
                break;
            case YamlMap map:
                Open(YamlKind.Mapping, null, style: null);
                foreach (var (key, inner) in map)
                {
                    AddValue(key);
                    AddValue(inner);
                }

                AddEnd();
                break;
            case YamlList list:
                Open(YamlKind.Sequence, null, style: null);
                foreach (var item in list)
                    AddValue(item);
                AddEnd();
                break;
        }
    }

    private void AddScalar(string text, bool isString, YamlNode? replaced) =>
        _entries.Add(new Entry(nameof(YamlKind.Scalar), text, replaced?.Anchor, replaced?.Tag, isString, Style: null));

    private void Open(YamlKind kind, YamlNode? node, YamlStyle? style) =>
        _entries.Add(new Entry(kind.ToString(), "", node?.Anchor, node?.Tag, IsString: false, style));

    private void AddEnd() => _entries.Add(new Entry("end", "", null, null, IsString: false, Style: null));
}
