namespace GitOpsTasks.Yaml;

/// <summary>Plans what comes into and goes out of one flow collection: on its line, or on lines of their own where its members have such.</summary>
internal sealed class FlowMembers(NodeRegions regions, YamlLayout layout)
{
    private readonly OwnComments _comments = new(regions);

    /// <summary>The splices for all changes of one collection.</summary>
    /// <param name="collection">A flow mapping or sequence.</param>
    /// <param name="removed">Its members that go, by position, ascending.</param>
    /// <param name="inserts">What comes.</param>
    public IEnumerable<Splice> Plan(YamlNode collection, IReadOnlyList<int> removed, IReadOnlyList<YamlEdit.Insert> inserts)
    {
        if (regions.IsSinglePair(collection))
            return PlanSinglePair(collection, removed.Count > 0, inserts);
        var members = regions.MembersOf(collection);
        if (removed.Count == members.Length)
            return [Refill(collection, members.Length == 0, inserts)];
        var survivors = Enumerable.Range(0, members.Length).Except(removed).ToList();
        var changes = removed.SelectMany(position => Remove(members, position, survivors));
        return inserts.OrderBy(PositionOf).GroupBy(insert => Anchor(insert, survivors))
            .SelectMany(group => InsertAfter(collection, members, group.Key, survivors, [.. group.Select(TextOf)]))
            .Concat(changes);
    }

    /// <summary>What is inserted, on one line.</summary>
    public string TextOf(YamlEdit.Insert insert) => insert switch
    {
        YamlEdit.InsertKey key => YamlWriter.InlinePair(key.Key, key.Value, layout),
        YamlEdit.InsertItem item => YamlWriter.Inline(item.Item, layout, inFlow: true),
        _ => throw new ArgumentOutOfRangeException(nameof(insert)),
    };

    private List<Splice> PlanSinglePair(YamlNode collection, bool isRemoved, IReadOnlyList<YamlEdit.Insert> inserts)
    {
        var pair = regions.MembersOf(collection)[0];
        var (start, end) = (regions.StartOf(pair.First), EndOf(pair));
        if (isRemoved)
            return [new Splice(new ByteSpan(start, end), "{" + string.Join(", ", inserts.Select(TextOf)) + "}", collection.Index)];
        return
        [
            Splice.Insert(start, "{", collection),
            Splice.Insert(end, string.Concat(inserts.Select(insert => ", " + TextOf(insert))) + "}", collection),
        ];
    }

    private Splice Refill(YamlNode collection, bool isEmpty, IReadOnlyList<YamlEdit.Insert> inserts)
    {
        var start = collection.TextSpan.Start + 1;
        return new Splice(new ByteSpan(start, isEmpty ? start : collection.TextSpan.End - 1), string.Join(", ", inserts.Select(TextOf)), collection.Index);
    }

    // The last member before the place that stays; -1 where none does.
    private int Anchor(YamlEdit.Insert insert, List<int> survivors)
    {
        var position = PositionOf(insert);
        return survivors.FindLastIndex(survivor => survivor <= position) is var at and >= 0 ? survivors[at] : -1;
    }

    private int PositionOf(YamlEdit.Insert insert) => insert.AfterMember is { } after ? regions.PositionOf(after) : int.MaxValue;

    private IEnumerable<Splice> InsertAfter(YamlNode collection, Member[] members, int anchor, List<int> survivors, List<string> texts)
    {
        var lines = regions.Lines;
        if (anchor < 0)
            return [Splice.Insert(regions.StartOf(members[survivors[0]].First), string.Concat(texts.Select(text => text + ", ")), collection)];
        var member = members[anchor];
        var isLast = anchor == survivors[^1];
        var comma = regions.CommaAfter(member);
        var isKept = comma >= 0 && (!isLast || regions.CommaAfter(members[^1]) >= 0);
        var end = EndOf(member);
        var after = isKept ? comma + 1 : end;
        var start = regions.StartOf(member.First);
        var closes = collection.TextSpan.End - 1;
        var hasOwnLines = lines.IsFirstOnLine(start) && lines.OnlyCommentFollows(after) && (isKept || comma < 0 || lines.OnlyCommentFollows(comma + 1));
        var lineEnd = lines.End(after);
        if (hasOwnLines && lineEnd <= lines.SkipBlanksBack(closes) + 1 && lineEnd <= closes)
        {
            var indent = lines.IndentAt(start);
            var added = texts.Select((text, at) => indent + text + (isKept || at + 1 < texts.Count ? "," : "") + layout.LineEnd);
            var line = Splice.Insert(lineEnd, string.Concat(added), collection);
            return isKept ? [line] : [Splice.Insert(end, ",", collection), line];
        }

        return isKept
            ? [Splice.Insert(after, string.Concat(texts.Select(text => " " + text + ",")), collection)]
            : [Splice.Insert(end, string.Concat(texts.Select(text => (lines.IsFirstOnLine(start) ? "," + layout.LineEnd + lines.IndentAt(start) : ", ") + text)), collection)];
    }

    private IEnumerable<Splice> Remove(Member[] members, int position, List<int> survivors)
    {
        var lines = regions.Lines;
        var member = members[position];
        var comma = regions.CommaAfter(member);
        var end = comma >= 0 ? comma + 1 : EndOf(member);
        var start = regions.StartOf(member.First);
        var isTail = position > survivors[^1];
        if (isTail && regions.CommaAfter(members[^1]) < 0)
        {
            var kept = EndOf(members[survivors[^1]]);
            yield return Splice.Delete(kept, regions.CommaAfter(members[survivors[^1]]) + 1, member.First);
        }

        if (lines.IsFirstOnLine(start) && lines.OnlyCommentFollows(end) && lines.End(end) > end)
            yield return Splice.Delete(CommentedStart(member.First, start), lines.End(end), member.First);
        else if (lines.OnlyCommentFollows(end) && end < lines.Length)
            yield return Splice.Delete(BlanksBefore(start), lines.ContentEnd(end), member.First);
        else if (isTail)
            yield return Splice.Delete(BlanksBefore(start), end, member.First);
        else
            yield return Splice.Delete(start, lines.SkipBlanks(end), member.First);
    }

    private int BlanksBefore(int start) => regions.Lines.IsFirstOnLine(start) ? start : regions.Lines.SkipBlanksBack(start);

    // Comments on lines directly above, at the member's column.
    private int CommentedStart(YamlNode member, int start) =>
        regions.PositionOf(member) == 0 ? regions.Lines.Start(start) : _comments.Start(member);

    private int EndOf(Member member)
    {
        var end = regions.EndOf(member.Last);
        return member.First != member.Last && regions.ColonOf(member) is var colon and >= 0 ? Math.Max(end, colon + 1) : Math.Max(end, regions.EndOf(member.First));
    }
}
