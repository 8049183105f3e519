using System.Text;

namespace GitOpsTasks.Yaml;

/// <summary>The splices of a batch, in order, none meeting another.</summary>
internal sealed class SpliceList
{
    private SpliceList(List<Splice> items) => Items = items;

    /// <summary>The splices, by place.</summary>
    public IReadOnlyList<Splice> Items { get; }

    /// <summary>Puts splices in order; removals that meet become one. Null where other changes meet.</summary>
    /// <param name="splices">Any order.</param>
    /// <param name="content">The bytes they are about.</param>
    /// <param name="endsText">Whether a block scalar ends at an offset: its line end is text.</param>
    public static SpliceList? Of(IEnumerable<Splice> splices, ReadOnlySpan<byte> content, Func<int, bool> endsText)
    {
        var result = new List<Splice>();
        foreach (var splice in splices.OrderBy(splice => splice.Span.Start).ThenBy(splice => splice.Span.Length > 0).ThenByDescending(splice => splice.Node))
        {
            if (splice.Span.Length == 0 && splice.Text.Length == 0)
                continue;
            if (result.Count > 0 && splice.Span.Start <= result[^1].Span.End && splice.Text.Length == 0 && result[^1].Text.Length == 0)
                result[^1] = result[^1] with { Span = result[^1].Span with { End = Math.Max(result[^1].Span.End, splice.Span.End) } };
            else if (result.Count == 0 || splice.Span.Start >= result[^1].Span.End)
                result.Add(splice);
            else
                return null;
        }

        KeepEndOfFile(result, content, endsText);
        return new SpliceList(result);
    }

    /// <summary>The bytes with everything changed.</summary>
    public byte[] ApplyTo(ReadOnlySpan<byte> content)
    {
        var result = new MemoryStream(content.Length + 256);
        var at = 0;
        foreach (var splice in Items)
        {
            result.Write(content[at..splice.Span.Start]);
            result.Write(Encoding.UTF8.GetBytes(splice.Text));
            at = splice.Span.End;
        }

        result.Write(content[at..]);
        return result.ToArray();
    }

    // The last lines of a file without a last line end: the end of the line before goes, so that the file still has none.
    private static void KeepEndOfFile(List<Splice> splices, ReadOnlySpan<byte> content, Func<int, bool> endsText)
    {
        var at = splices.FindLastIndex(splice => splice.Span.Length > 0);
        if (at < 0 || splices[at] is not { Text: "" } last || last.Span.End != content.Length || SourceLines.IsBreak(content[^1]) || endsText(last.Span.Start))
            return;
        var start = last.Span.Start;
        if (start > 0 && content[start - 1] == '\n')
            start--;
        if (start > 0 && content[start - 1] == '\r')
            start--;
        if (at == 0 || splices[at - 1].Span.End <= start)
            splices[at] = last with { Span = last.Span with { Start = start } };
    }
}
