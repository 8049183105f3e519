namespace GitOpsTasks.Yaml;

/// <summary>Where nodes, and the indicators around them, stand in the bytes of a file.</summary>
internal sealed class NodeRegions(YamlFile file)
{
    private readonly Dictionary<int, Member[]> _members = [];

    /// <summary>The lines of the file.</summary>
    public SourceLines Lines { get; } = new(file.Text);

    /// <summary>Whether the node is inside braces or brackets.</summary>
    public static bool InFlow(YamlNode node)
    {
        for (var parent = node.Parent; parent is { } at; parent = at.Parent)
        {
            if (at.Style == YamlStyle.Flow)
                return true;
        }

        return false;
    }

    /// <summary>The pairs or items of a collection, in order.</summary>
    public Member[] MembersOf(YamlNode collection)
    {
        if (!_members.TryGetValue(collection.Index, out var members))
        {
            members = collection.IsMapping
                ? [.. collection.Pairs.Select(pair => new Member(pair.Key, pair.Value))]
                : [.. collection.Items.Select(item => new Member(item, item))];
            _members.Add(collection.Index, members);
        }

        return members;
    }

    /// <summary>Which member a node is of its parent, as key, value or item.</summary>
    public int PositionOf(YamlNode node)
    {
        var members = MembersOf(node.Parent!.Value);
        var (low, high) = (0, members.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (members[middle].Last.Index < node.Index)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The innermost node that a node ends with.</summary>
    public YamlNode LastLeaf(YamlNode node)
    {
        while (node.Kind is YamlKind.Mapping or YamlKind.Sequence && (node.Style == YamlStyle.Block || IsSinglePair(node)) && MembersOf(node) is [.., var last])
            node = last.Last;
        return node;
    }

    /// <summary>Whether it is a mapping of one pair that stands in brackets without braces of its own.</summary>
    public bool IsSinglePair(YamlNode node) =>
        node is { IsMapping: true, Style: YamlStyle.Flow }
        && (Lines.At(node.TextSpan.Start) != '{' || (MembersOf(node) is [var only, ..] && only.First.PropertiesStart == node.TextSpan.Start));

    /// <summary>Offset after the node's last byte; for text in block style, after the end mark of its last line.</summary>
    public int EndOf(YamlNode node)
    {
        var leaf = LastLeaf(node);
        return leaf.Style is YamlStyle.Literal or YamlStyle.Folded ? BlockScalar.Read(this, leaf).End : leaf.TextSpan.End;
    }

    /// <summary>Offset after the last line a node stands on.</summary>
    public int EndOfLines(YamlNode node)
    {
        var end = EndOf(node);
        var leaf = LastLeaf(node);
        return leaf.Style is YamlStyle.Literal or YamlStyle.Folded || IsMissingAfterBlock(leaf) ? end : Lines.End(end);
    }

    // The value that "? key" has not stands after the key: after a block scalar, that is where the next line begins.
    private bool IsMissingAfterBlock(YamlNode leaf) =>
        leaf.TextSpan.Length == 0 && leaf.PropertiesStart > 0 && SourceLines.IsBreak(Lines.At(leaf.PropertiesStart - 1));

    /// <summary>Where a member begins: its dash, the <c>?</c> of its key, or the key.</summary>
    public int StartOf(YamlNode member)
    {
        var parent = member.Parent!.Value;
        var position = PositionOf(member);
        var first = MembersOf(parent)[position].First;
        var at = GapBefore(parent, position);
        if (parent.IsSequence)
            return parent.Style == YamlStyle.Flow ? first.PropertiesStart : at;
        return at < first.PropertiesStart && Lines.At(at) == '?' ? at : first.PropertiesStart;
    }

    /// <summary>Offset of the colon between a key and its value; -1 where there is none.</summary>
    public int ColonOf(Member pair)
    {
        var at = Lines.SkipGap(EndOf(pair.First));
        return Lines.At(at) == ':' && at < pair.Last.PropertiesStart ? at : -1;
    }

    /// <summary>Offset of the comma after a member of a flow collection; -1 where there is none.</summary>
    public int CommaAfter(Member member)
    {
        var end = EndOf(member.Last);
        if (member.First != member.Last && ColonOf(member) is var colon and >= 0)
            end = Math.Max(end, colon + 1);
        var at = Lines.SkipGap(end);
        return Lines.At(at) == ',' ? at : -1;
    }

    /// <summary>Offset after anchor and tag; -1 where the node has none.</summary>
    public int PropertiesEnd(YamlNode node)
    {
        if (node.Anchor is null && node.Tag is null)
            return -1;
        var end = -1;
        for (var at = node.PropertiesStart; Lines.At(at) is (byte)'&' or (byte)'!' && (at < node.TextSpan.Start || end < 0); at = Lines.SkipGap(at))
        {
            while (at < Lines.Length && !SourceLines.IsBlank(Lines.At(at)) && !SourceLines.IsBreak(Lines.At(at)) && (at < node.TextSpan.Start || node.TextSpan.Start == node.PropertiesStart))
                at++;
            end = at;
        }

        return end;
    }

    /// <summary>Offset after what announces a node: its anchor and tag, or the colon, dash or <c>?</c> before it. -1 for a bare root.</summary>
    public int IndicatorEnd(YamlNode node)
    {
        if (PropertiesEnd(node) is var end and >= 0)
            return end;
        if (node.Parent is not { } parent)
            return -1;
        var member = MembersOf(parent)[PositionOf(node)];
        return parent.IsMapping && node == member.Last
            ? ColonOf(member) is var colon and >= 0 ? colon + 1 : -1
            : StartOf(node) + 1;
    }

    /// <summary>The column of the block collection around a node: its own lines have to stand deeper. -1 for a root.</summary>
    public int ParentIndent(YamlNode node) => node.Parent is null ? -1 : Lines.ColumnOf(StartOf(node));

    // The first byte between a member and the one before it that means something.
    private int GapBefore(YamlNode parent, int position)
    {
        if (position == 0)
            return parent.Style == YamlStyle.Flow && !IsSinglePair(parent) ? Lines.SkipGap(parent.TextSpan.Start + 1) : Lines.SkipGap(parent.TextSpan.Start);
        var previous = MembersOf(parent)[position - 1];
        return parent.Style == YamlStyle.Flow
            ? Lines.SkipGap(CommaAfter(previous) + 1)
            : Lines.SkipGap(Math.Max(EndOf(previous.Last), parent.IsMapping ? ColonOf(previous) + 1 : 0));
    }
}
