namespace GitOpsTasks.Yaml;

/// <summary>Plans what comes into and goes out of one block collection.</summary>
/// <param name="regions">Where things stand.</param>
/// <param name="layout">The habits of the file.</param>
/// <param name="replaced">Indexes of scalars that another edit of the batch replaces.</param>
internal sealed class BlockMembers(NodeRegions regions, YamlLayout layout, IReadOnlySet<int> replaced)
{
    private readonly OwnComments _comments = new(regions);
    private readonly HashSet<int> _settled = [.. replaced];

    /// <summary>The splices for all changes of one collection.</summary>
    /// <param name="collection">A block mapping or sequence.</param>
    /// <param name="removed">Its members that go, by position, ascending.</param>
    /// <param name="inserts">What comes.</param>
    public IEnumerable<Splice> Plan(YamlNode collection, IReadOnlyList<int> removed, IReadOnlyList<YamlEdit.Insert> inserts)
    {
        var members = regions.MembersOf(collection);
        var changes = inserts.OrderBy(insert => insert.AfterMember is { } after ? regions.PositionOf(after) : int.MaxValue)
            .SelectMany(insert => InsertMember(collection, insert));
        return removed.Count == 0 ? changes
            : removed.Count < members.Length ? RemoveSome(members, removed).Concat(changes)
            : RemoveAll(collection, members, leavesEmpty: inserts.Count == 0).Concat(changes);
    }

    /// <summary>The lines of what is inserted, without indentation.</summary>
    public IEnumerable<string> LinesOf(YamlEdit.Insert insert) => insert switch
    {
        YamlEdit.InsertKey key => YamlWriter.PairLines(key.Key, key.Value, layout),
        YamlEdit.InsertItem item => YamlWriter.ItemLines(item.Item, layout),
        _ => throw new ArgumentOutOfRangeException(nameof(insert)),
    };

    /// <summary>Lines put in at a place between lines.</summary>
    public Splice InsertLines(YamlNode node, int at, string indent, IEnumerable<string> lines)
    {
        var text = string.Join(layout.LineEnd, lines.Select(line => line.Length == 0 ? line : indent + line));
        var endsLine = at == 0 || SourceLines.IsBreak(regions.Lines.At(at - 1));
        return Splice.Insert(at, endsLine ? text + layout.LineEnd : layout.LineEnd + text, node);
    }

    private IEnumerable<Splice> InsertMember(YamlNode collection, YamlEdit.Insert insert)
    {
        var members = regions.MembersOf(collection);
        var after = insert.AfterMember is { } named ? members[regions.PositionOf(named)] : members[^1];
        var at = _comments.InsertAfter(after);
        if (KeepsNoLineEnd(after.Last, at))
            yield return StripLineEnd(after.Last);
        yield return InsertLines(collection, at, regions.Lines.IndentAt(regions.StartOf(after.First)), LinesOf(insert));
    }

    // A block scalar that the end of the file cut short gets a line end when something follows: it must not become part of the text.
    private bool KeepsNoLineEnd(YamlNode after, int at)
    {
        var leaf = regions.LastLeaf(after);
        return at == regions.Lines.Length && leaf.Style is YamlStyle.Literal or YamlStyle.Folded && leaf.Value.Length > 0 && leaf.Value[^1] != '\n'
            && BlockScalar.Read(regions, leaf).Chomping != '-' && _settled.Add(leaf.Index);
    }

    private Splice StripLineEnd(YamlNode after)
    {
        var leaf = regions.LastLeaf(after);
        var scalar = BlockScalar.Read(regions, leaf);
        return new Splice(new ByteSpan(scalar.Start + 1, scalar.IndicatorsEnd), (scalar.Indicator == 0 ? "" : scalar.Indicator.ToString()) + "-", leaf.Index);
    }

    private IEnumerable<Splice> RemoveSome(Member[] members, IReadOnlyList<int> removed)
    {
        var lines = regions.Lines;
        var first = 0;
        var start = regions.StartOf(members[0].First);
        if (removed[0] == 0 && !lines.IsFirstOnLine(start))
        {
            // The first of "- key: value": what follows it moves up to where it stood.
            while (first < removed.Count && removed[first] == first)
                first++;
            var end = _comments.End(members[first - 1]);
            while (lines.SkipBlanks(end) is var text && SourceLines.IsBreak(lines.At(text)))
                end = lines.AfterBreak(text);
            yield return Splice.Delete(start, lines.SkipBlanks(end), members[0].First);
        }

        foreach (var position in removed.Skip(first))
        {
            start = _comments.Start(members[position].First);
            yield return Splice.Delete(start, EndBelowText(members, position, start), members[position].First);
        }
    }

    // What follows a block scalar becomes part of it where it looks so: blank lines after '+', comments as deep as its text.
    private int EndBelowText(Member[] members, int position, int start)
    {
        var lines = regions.Lines;
        var end = _comments.End(members[position]);
        if (position == 0 || regions.LastLeaf(members[position - 1].Last) is not { Style: YamlStyle.Literal or YamlStyle.Folded } leaf)
            return end;
        var text = BlockScalar.Read(regions, leaf);
        if (text.BlankEnd != start)
            return end;
        for (var at = end; at < lines.Length && lines.OnlyCommentFollows(at); at = lines.End(at))
        {
            var column = lines.CommentColumn(at);
            if (column >= text.Indent || (column < 0 && text.Chomping == '+'))
                end = lines.End(at);
            else if (column >= 0)
                break;
        }

        return end;
    }

    private IEnumerable<Splice> RemoveAll(YamlNode collection, Member[] members, bool leavesEmpty)
    {
        var lines = regions.Lines;
        var start = regions.StartOf(members[0].First);
        var end = _comments.End(members[^1]);
        var empty = !leavesEmpty ? "" : collection.IsMapping ? "{}" : "[]";
        if (!lines.IsFirstOnLine(start))
        {
            yield return new Splice(new ByteSpan(start, lines.BeforeBreak(end)), empty, collection.Index);
            yield break;
        }

        start = _comments.Start(members[0].First);
        if (leavesEmpty && regions.IndicatorEnd(collection) is var indicator and >= 0)
        {
            yield return Splice.Insert(indicator, " " + empty, collection);
            yield return Splice.Delete(start, end, collection);
        }
        else
        {
            yield return new Splice(new ByteSpan(start, leavesEmpty ? lines.BeforeBreak(end) : end), empty, collection.Index);
        }
    }
}
