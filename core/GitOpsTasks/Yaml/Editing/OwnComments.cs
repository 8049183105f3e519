namespace GitOpsTasks.Yaml;

/// <summary>
/// Which comment lines around a member of a block collection are its own. Above: those directly above it, at its column, with
/// no blank line between; a block of comments that begins where the document does is the document's. Below: those directly
/// below it that stand deeper than it. At its own column, a comment below the last member belongs to it for what is
/// inserted after it only where what follows stands further left: otherwise it is the comment of what follows.
/// </summary>
internal sealed class OwnComments(NodeRegions regions)
{
    /// <summary>Offset of the first line of a member with its comments; the member is the first on its line.</summary>
    public int Start(YamlNode member)
    {
        var lines = regions.Lines;
        var start = regions.StartOf(member);
        var column = lines.ColumnOf(start);
        var own = lines.Start(start);
        var position = regions.PositionOf(member);
        var limit = position == 0 ? 0 : regions.EndOfLines(regions.MembersOf(member.Parent!.Value)[position - 1].Last);
        var top = own;
        while (top > limit && Above(top) is var above && above >= limit && above < top && lines.CommentColumn(above) == column)
            top = above;
        return top < own && (top == lines.Start(0) || lines.IsDocumentMark(Above(top))) ? own : top;
    }

    /// <summary>Offset after the last line of a member and the deeper comments directly below.</summary>
    public int End(Member member) => SkipComments(member, column => column + 1);

    /// <summary>Offset of the line that a new member after this one begins at.</summary>
    public int InsertAfter(Member member)
    {
        var next = NextColumn(regions.EndOfLines(member.Last));
        return SkipComments(member, column => next < column ? column : column + 1);
    }

    private int SkipComments(Member member, Func<int, int> leastColumn)
    {
        var at = regions.EndOfLines(member.Last);
        var least = leastColumn(regions.Lines.ColumnOf(regions.StartOf(member.First)));
        while (at > 0 && SourceLines.IsBreak(regions.Lines.At(at - 1)) && regions.Lines.CommentColumn(at) >= least)
            at = regions.Lines.End(at);
        return at;
    }

    private int Above(int lineStart) => regions.Lines.Start(regions.Lines.BeforeBreak(lineStart));

    // The column of the next line that is neither blank nor a comment; 0 at the end of the document.
    private int NextColumn(int lineStart)
    {
        var at = regions.Lines.SkipGap(lineStart);
        return at >= regions.Lines.Length ? 0 : regions.Lines.ColumnOf(at);
    }
}
