using System.Text;

namespace GitOpsTasks.Yaml;

/// <summary>Turns an intended change into the bytes it owns and the text that goes there, in the file's own habits.</summary>
internal sealed class SplicePlanner(YamlFile file)
{
    private readonly Lazy<YamlLayout> _layout = new(() => YamlLayout.Of(file));
    private readonly BlockLines _lines = new(file.Content);

    /// <summary>The splice for an edit.</summary>
    /// <exception cref="EditRefusedException">There is no way to write it that is known to be safe.</exception>
    public Splice Plan(YamlEdit edit) => edit switch
    {
        YamlEdit.Replace replace => PlanReplace(replace),
        YamlEdit.InsertKey insert => PlanInsertKey(insert),
        YamlEdit.InsertItem insert => PlanInsertItem(insert),
        YamlEdit.Remove remove => PlanRemove(remove.Node),
        _ => throw new ArgumentOutOfRangeException(nameof(edit)),
    };

    private Splice PlanReplace(YamlEdit.Replace edit)
    {
        var node = edit.Node;
        if (node.Style is not (YamlStyle.Plain or YamlStyle.SingleQuoted or YamlStyle.DoubleQuoted))
            throw new EditRefusedException(node, "a block scalar cannot be replaced");
        if (!ReadsBack(node))
            throw new EditRefusedException(node, "the text in the file is not the value that was read");
        var text = ScalarWriter.Write(edit.Text, node.Style, InFlow(node), _layout.Value.Quotes);
        if (node.Span.Length == 0 && node.Span.Start > 0 && file.Content.Span[node.Span.Start - 1] is not ((byte)' ' or (byte)'\t'))
            text = " " + text;
        return new Splice(node.Span, text);
    }

    private Splice PlanInsertKey(YamlEdit.InsertKey edit)
    {
        var layout = _layout.Value;
        if (edit.Node.Style == YamlStyle.Flow)
            return PlanFlowInsert(edit.Node, edit.After?.Value, YamlWriter.InlinePair(edit.Key, edit.Value, layout));
        var after = edit.After ?? edit.Node.Pairs.Last();
        return InsertLines(after.Key, after.Value, YamlWriter.PairLines(edit.Key, edit.Value, layout));
    }

    private Splice PlanInsertItem(YamlEdit.InsertItem edit)
    {
        var layout = _layout.Value;
        if (edit.Node.Style == YamlStyle.Flow)
            return PlanFlowInsert(edit.Node, null, YamlWriter.Inline(edit.Item, layout, inFlow: true));
        var last = edit.Node.Items.Last();
        return InsertLinesAt(_lines.DashOf(last), last, YamlWriter.ItemLines(edit.Item, layout));
    }

    private Splice InsertLines(YamlNode key, YamlNode value, IEnumerable<string> lines) =>
        InsertLinesAt(key.PropertiesStart, value, lines);

    private Splice InsertLinesAt(int alignedWith, YamlNode after, IEnumerable<string> lines)
    {
        var lineEnd = _layout.Value.LineEnd;
        var indent = _lines.IndentAt(alignedWith);
        var at = _lines.EndOfBlock(after);
        var text = string.Join(lineEnd, lines.Select(line => line.Length == 0 ? line : indent + line));
        var endsLine = at > 0 && file.Content.Span[at - 1] == '\n';
        return new Splice(new ByteSpan(at, at), endsLine ? text + lineEnd : lineEnd + text);
    }

    private static Splice PlanFlowInsert(YamlNode collection, YamlNode? after, string text)
    {
        var last = after ?? collection.Children.Cast<YamlNode?>().LastOrDefault();
        var at = last?.Span.End ?? collection.Span.Start + 1;
        return new Splice(new ByteSpan(at, at), last is null ? text : ", " + text);
    }

    private Splice PlanRemove(YamlNode node)
    {
        var parent = node.Parent ?? throw new EditRefusedException(node, "a whole document cannot be removed");
        var members = parent.IsMapping ? parent.Pairs.Select(pair => pair.Key).ToList() : parent.Items.ToList();
        var index = members.IndexOf(node);
        if (index < 0)
            throw new EditRefusedException(node, "it is not a key or an item");
        if (members.Count == 1)
            throw new EditRefusedException(node, "it is the only one left");
        var last = parent.IsMapping ? parent.Pairs.ElementAt(index).Value : node;
        if (parent.Style == YamlStyle.Flow)
        {
            return index + 1 < members.Count
                ? new Splice(new ByteSpan(node.PropertiesStart, members[index + 1].PropertiesStart), "")
                : new Splice(new ByteSpan(EndOfMember(parent, index - 1), last.Span.End), "");
        }

        var start = parent.IsMapping ? node.PropertiesStart : _lines.DashOf(node);
        if (_lines.IsFirstOnLine(start))
            return RemoveLines(_lines.LineStart(start), _lines.EndOfBlock(last));
        if (index + 1 == members.Count)
            throw new EditRefusedException(node, "it shares its line with what is around it");
        var next = members[index + 1];
        return new Splice(new ByteSpan(start, parent.IsMapping ? next.PropertiesStart : _lines.DashOf(next)), "");
    }

    private Splice RemoveLines(int start, int end)
    {
        var bytes = file.Content.Span;
        if (end < bytes.Length || (end > 0 && bytes[end - 1] == '\n'))
            return new Splice(new ByteSpan(start, end), "");

        // The last line of a file without a last line end: the end of the line before goes, so that the file still has none.
        var before = start > 0 && bytes[start - 1] == '\n' ? start - 1 : start;
        before = before > 0 && bytes[before - 1] == '\r' ? before - 1 : before;
        return new Splice(new ByteSpan(before, end), "");
    }

    private static int EndOfMember(YamlNode parent, int index) =>
        parent.IsMapping ? parent.Pairs.ElementAt(index).Value.Span.End : parent.Items.ElementAt(index).Span.End;

    // The bytes of the span, read on their own, must be the value: if not, the span is not what it is taken for.
    private bool ReadsBack(YamlNode node)
    {
        if (node.Span.Length == 0)
            return node.Value.Length == 0;
        var alone = YamlFile.Parse(file.Content[node.Span.Start..node.Span.End], file.Path);
        return alone is { IsValid: true, Documents: [{ IsScalar: true } root] } && root.Value == node.Value
            && root.Style == node.Style && Encoding.UTF8.GetByteCount(root.Value) <= node.Span.Length;
    }

    private static bool InFlow(YamlNode node)
    {
        for (var parent = node.Parent; parent is { } at; parent = at.Parent)
        {
            if (at.Style == YamlStyle.Flow)
                return true;
        }

        return false;
    }
}
